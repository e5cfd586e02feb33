import { describe, expect, test } from 'vitest';
import type { ConversationEvent } from '../../../src/core/conversation/events.ts';
import { evolve } from '../../../src/core/conversation/evolve.ts';
import { type Conversation, emptyConversation } from '../../../src/core/conversation/state.ts';
import { takeTurn } from '../../../src/core/dialogue/take-turn.ts';
import { LANGUAGES } from '../../../src/core/knowledge/localized.ts';
import type { Negotiation, SlotDefinition } from '../../../src/core/knowledge/negotiation.ts';
import { limits, mind } from '../../support/running.ts';

const moment = {
  now: '2026-11-24T02:00:00.000Z',
  freshCaseNumber: '261124-00000-00001',
  receiver: '测试运营方',
  answerWithinDays: 3,
  limits,
  caseStatus: null,
};

/** The conversation in which the slot has just been asked. */
function asked(
  negotiation: Negotiation,
  slot: SlotDefinition,
  language: Conversation['language'],
): Conversation {
  const events: ConversationEvent[] = [
    { type: 'ConversationStarted', language, zone: 'Asia/Shanghai', channel: 'test', tokenHash: '' },
    {
      type: 'TypeChosen',
      negotiation: negotiation.id,
      from: { message: 'm', start: 0, end: 0, words: '', rule: 'test', certainty: 'stated' },
    },
    { type: 'QuestionAsked', about: slot.id },
    {
      type: 'BotReplied',
      message: null,
      replies: [{ act: 'ask', text: '', buttons: buttonsOf(slot, language) }],
    },
  ];
  return events.reduce(evolve, emptyConversation);
}

const buttonsOf = (slot: SlotDefinition, language: Conversation['language']) =>
  (slot.choices ?? []).map(({ label, value }) => ({
    label: label[language],
    value: `slot:${slot.id}=${value}`,
  }));

function answer(state: Conversation, text: string, choice?: string): ConversationEvent[] {
  return takeTurn(state, { id: 'answer', text, choice, evidence: [], refusals: [] }, mind, moment);
}

const filledBy = (events: ConversationEvent[], slot: string) =>
  events.find(event => event.type === 'SlotFilled' && event.slot === slot);

for (const negotiation of mind.knowledge.negotiations.values()) {
  // Conditions are left aside here: a question must accept its answers whenever it is asked.
  const always = negotiation.slots.map(({ when: _, ...slot }) => slot);
  const open: Negotiation = { ...negotiation, slots: always };
  mind.knowledge.negotiations.set(negotiation.id, open);

  describe.each(LANGUAGES)(`${negotiation.id} in %s`, language => {
    const examples = always.flatMap(slot =>
      slot.examples[language].map(example => [slot.id, example, slot] as const),
    );
    test.each(examples)('%s takes its own example %s', (id, example, slot) => {
      const filled = filledBy(answer(asked(open, slot, language), example), id);
      expect(filled, JSON.stringify(answer(asked(open, slot, language), example))).toBeDefined();
      expect(filled?.type === 'SlotFilled' && filled.value.kind).toBe(slot.kind);
    });

    const choices = always.flatMap(slot =>
      (slot.choices ?? []).map(choice => [slot.id, choice.label[language], choice.value, slot] as const),
    );
    test.each(choices)('%s takes its label %s', (id, label, value, slot) => {
      const filled = filledBy(answer(asked(open, slot, language), label), id);
      expect(filled).toMatchObject({ value: { kind: 'choice', choice: value } });
    });
  });
}
