import { describe, expect, test } from 'vitest';
import type { ConversationEvent } from '../../../src/core/conversation/events.ts';
import { entriesOf } from '../../../src/protocol/entries-of.ts';
import type { StoredEvent, StreamEvent } from '../../../src/stores/store.ts';
import { memoryStore } from '../../support/stores.ts';
import { newMemoir, remember } from '../memoir.ts';
import { type Fault, handoffFaultsIn, handoffInquest, type Testimony } from './handoff-inquest.ts';

const WITHIN = 2_000;
const wang = { id: 'wang', name: '王' };
const li = { id: 'li', name: '李' };
const from = { message: 'a', start: 0, end: 1, words: '好', rule: 'button', certainty: 'stated' } as const;
const replied = (message: string | null): StreamEvent => ({
  type: 'BotReplied',
  message,
  replies: [{ act: 'human-requested', text: '好的' }],
});
const asked: StreamEvent = {
  type: 'HandoffRequested',
  request: 'a',
  reason: 'asked',
  consent: { receiver: '本站', from },
};
const said = (message: string): StreamEvent => ({ type: 'UserSaid', message, text: '在吗', evidence: [] });
const accepted: StreamEvent = { type: 'HandoffAccepted', mediator: wang };
const word: StreamEvent = { type: 'MediatorSaid', message: 'wang:o1', mediator: wang, text: '您好' };
const told: StreamEvent = { type: 'HandoffUnanswered', request: 'a' };

type Step = [cause: string, seconds: number, ...events: StreamEvent[]];
const asks: Step = ['message:a', 0, said('a'), asked, replied('a')];
const accepts: Step = ['order:wang:o0', 1, accepted];
const speaks: Step = ['order:wang:o1', 1, word];
const faithful: Step[] = [asks, accepts, speaks, ['message:b', 2, said('b')]];

interface Remembered {
  person: ReturnType<typeof newMemoir>;
  testimony: Testimony;
}

/** What the inquest finds of a talk that was stored so, and remembered as it was unless `spoil` has it otherwise. */
async function found(steps: Step[], spoil: (remembered: Remembered) => void = () => {}) {
  const store = memoryStore();
  let expectedVersion = 0;
  for (const [cause, seconds, ...events] of steps) {
    const at = new Date(Date.UTC(2026, 10, 24, 2, 0, seconds)).toISOString();
    await store.append({ stream: 'conversation-c', owner: 'c', expectedVersion, cause, at, events });
    expectedVersion += events.length;
  }
  const events = (await store.read('conversation-c')) as StoredEvent<ConversationEvent>[];
  const entries = entriesOf(events, new Map());
  const [person, console] = [newMemoir('c'), newMemoir('c')];
  person.sent.push('a', 'b');
  for (const memoir of [person, console]) remember(memoir, entries, 0);
  const order = { conversation: 'c', answered: 'done', version: 9 };
  const orders = [
    { ...order, id: 'o0', path: 'accept' },
    { ...order, id: 'o1', path: 'messages' },
  ];
  const testimony: Testimony = { id: 'wang', memoirs: [console], orders, believesToHold: 'c' };
  spoil({ person, testimony });
  return handoffInquest([person], [testimony], store, WITHIN);
}

describe('the inquest into handoffs', () => {
  test('finds nothing where nothing is wrong', async () => {
    const findings = await found(faithful);
    expect(findings.remarks).toEqual([]);
    expect(handoffFaultsIn(findings)).toBe(0);
    expect(findings).toMatchObject({ talks: 1, accepted: 1, messages: 3, orders: 2 });
  });

  const stored: [Fault, string, Step[]][] = [
    [
      'botOverMediator',
      'an answer of the bot after the takeover',
      [...faithful, ['message:c', 2, replied('b')]],
    ],
    [
      'twoMediators',
      'a word of somebody who is not there',
      [
        ...faithful,
        ['order:li:o0', 2, { type: 'MediatorSaid', message: 'li:o0', mediator: li, text: '您好' }],
      ],
    ],
    ['transitionsWrong', 'somebody who comes twice', [...faithful, ['order:wang:o2', 2, accepted]]],
    ['timersWrong', 'a timer that fires early', [asks, ['unanswered:a', 1, told], accepts, speaks]],
    ['doubled', 'a word stored twice', [...faithful, ['order:wang:o2', 3, word]]],
  ];
  test.each(stored)('counts as %s %s', async (fault, _, steps) => {
    expect(await found(steps)).toMatchObject({ [fault]: 1 });
  });

  test('counts a timer that never fired', async () => {
    const nobody = await found([asks], ({ testimony }) => {
      testimony.orders.splice(0);
      testimony.believesToHold = null;
    });
    expect(nobody).toMatchObject({ timersMissed: 1 });
  });

  const remembered: [Fault, string, (remembered: Remembered) => void][] = [
    ['lost', 'a message that was shown as saved', ({ person }) => void person.acknowledged.add('c')],
    [
      'lost',
      'a word that was answered as said',
      ({ testimony: { orders } }) => void orders.push({ ...lost }),
    ],
    ['doubled', 'a word that was refused', ({ testimony: { orders } }) => refuse(orders[1])],
    ['outOfOrder', 'another order than that of sending', ({ person }) => void person.sent.reverse()],
    ['misshown', 'an entry that a console was not shown', ({ testimony }) => hide(testimony.memoirs[0], 5)],
    ['transitionsWrong', 'a takeover that the person was not shown', ({ person }) => hide(person, 4)],
    ['misshown', 'what came twice', ({ person }) => void person.faults.push('version 4 came after 4')],
    ['twoMediators', 'somebody who takes it to be theirs', ({ testimony }) => void (testimony.id = 'li')],
  ];
  const lost = { conversation: 'c', id: 'o7', path: 'messages', answered: 'done', version: 9 };
  const refuse = (order: { answered: string } | undefined): void =>
    void (order && (order.answered = 'taken'));
  const hide = (memoir: Remembered['person'] | undefined, version: number): void =>
    void memoir?.shown.delete(version);
  test.each(remembered)('counts as %s %s', async (fault, _, spoil) => {
    const findings = await found(faithful, spoil);
    expect(findings[fault]).toBeGreaterThan(0);
    expect(findings.remarks).not.toEqual([]);
  });
});
