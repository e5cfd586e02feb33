import type { Button, ChecklistItem } from '../conversation/events.ts';
import type { EvidenceElement, SlotDefinition } from '../knowledge/negotiation.ts';
import type { SlotValue } from '../knowledge/value.ts';
import { applicableEvidence } from './next-question.ts';
import { cite, factsOf } from './render.ts';
import { showCandidates, showValue } from './show-value.ts';
import { askConsent, showSummary } from './summary.ts';
import type { Turn } from './turn.ts';

/** From this miss on the ways round a question are buttons. */
const WAYS_OUT_AT = 2;

/** Asks what is due, one thing alone. The question is an event, for the next message is read as its answer. */
export function askOn(turn: Turn): void {
  const { due } = turn;
  const { proposed } = turn.state;
  if (proposed && due) return askCandidates(turn, proposed.slot, proposed.candidates);
  const edited = slotBeingEdited(turn);
  if (edited) return askSlot(turn, edited, 'edit');
  if (!due) return;
  switch (due.about) {
    case 'slot':
      return askSlot(turn, due.slot);
    case 'type':
      return offerTypes(turn);
    case 'evidence-element':
      return askElement(turn);
    case 'evidence':
      return askEvidence(turn);
    case 'summary':
      turn.emit({ type: 'QuestionAsked', about: 'summary' });
      return showSummary(turn);
    case 'consent':
      turn.emit({ type: 'QuestionAsked', about: 'consent' });
      return askConsent(turn);
    default:
  }
}

/** The slot the person chose to change, while their message has not changed it and has not gone on to something else. */
function slotBeingEdited(turn: Turn): SlotDefinition | null {
  const { asked, due, state } = turn;
  if (!asked || !due || turn.goesOn || state.asking !== asked.id || turn.filled.includes(asked.id))
    return null;
  if (due.about === 'evidence-element' || (due.about === 'slot' && due.slot.id === asked.id)) return null;
  return asked;
}

/** Asks for a slot; the reason goes with it the first time, and the ways round it once it was missed. */
export function askSlot(turn: Turn, slot: SlotDefinition, act: 'ask' | 'edit' = 'ask'): void {
  const { language } = turn.state;
  const { knowledge } = turn.mind;
  const isAgain = turn.before.asking === slot.id;
  turn.emit({ type: 'QuestionAsked', about: slot.id });
  const known = turn.state.slots[slot.id]?.value;
  const question = cite(slot.question[language], knowledge, language);
  const text =
    act === 'edit' && known
      ? turn.words('ask-edit', {
          label: slot.label[language],
          was: showValue(known, slot, knowledge, language),
          question,
        })
      : question;
  const why = cite(slot.why[language], knowledge, language);
  turn.speak(
    { act: 'ask', slot: slot.id, text, ...(isAgain ? {} : { why }), buttons: buttonsFor(turn, slot) },
    [
      ...factsOf(slot.question[language], knowledge, language),
      ...(isAgain ? [] : factsOf(slot.why[language], knowledge, language)),
    ],
    text === question ? 'whole' : undefined,
  );
}

function buttonsFor(turn: Turn, slot: SlotDefinition): Button[] {
  const { language, misses } = turn.state;
  const own = (slot.choices ?? []).map(({ label, value }) => ({
    label: label[language],
    value: `slot:${slot.id}=${value}`,
  }));
  if (slot.kind === 'yes-no') {
    own.push(turn.button('yes', `slot:${slot.id}=yes`), turn.button('no', `slot:${slot.id}=no`));
  }
  if (slot.kind === 'product') own.push(...productButtons(turn, slot));
  const ways: Button[] = [];
  if (!slot.required) ways.push(turn.button('button-skip', 'act:skip'));
  else if (misses >= WAYS_OUT_AT)
    ways.push(turn.button('button-unknown', 'answer:unknown'), turn.button('button-later', 'answer:later'));
  return [...own, ...ways];
}

function productButtons(turn: Turn, slot: SlotDefinition): Button[] {
  const labels = turn.mind.knowledge.lexicon[turn.state.language].products;
  const ids = slot.products ?? Object.keys(labels).filter(id => id !== 'goods' && id !== 'alipay');
  return ids.map(id => ({ label: labels[id]?.label ?? id, value: `slot:${slot.id}=${id}` }));
}

/** Several readings are open: never guess, show them. */
function askCandidates(turn: Turn, id: string, candidates: SlotValue[]): void {
  const slot = turn.slot(id);
  if (!slot) return;
  const { language } = turn.state;
  const shown = showCandidates(candidates, slot, turn.mind.knowledge, language);
  turn.emit({ type: 'QuestionAsked', about: slot.id });
  turn.say(
    'which-value',
    { label: slot.label[language], candidates: shown.join(turn.words('or-separator')) },
    {
      slot: slot.id,
      buttons: [
        ...shown.map((label, at) => ({ label, value: `candidate:${at}` })),
        turn.button('button-none-of-these', 'candidate:none'),
      ],
    },
  );
}

/** Offers the types, all of them or those that are near. */
export function offerTypes(turn: Turn, only?: string[]): void {
  const { knowledge } = turn.mind;
  const { language } = turn.state;
  const again = turn.before.asking === 'type';
  const types = [...knowledge.negotiations.values()].filter(type => !only || only.includes(type.id));
  turn.emit({ type: 'QuestionAsked', about: 'type' });
  const lines = types.map(
    type =>
      `${type.label[language]}${turn.words('colon')}${cite(type.summary[language], knowledge, language)}`,
  );
  turn.say(
    'offer-types',
    { types: lines.join('\n'), receiver: turn.moment.receiver },
    {
      facts: types.flatMap(type => factsOf(type.summary[language], knowledge, language)),
      key: only ? 'offer-near-types' : again ? 'offer-types-again' : 'offer-types',
      buttons: [
        ...types.map(type => ({ label: type.label[language], value: `type:${type.id}` })),
        ...(only ? [turn.button('button-types', 'act:types')] : []),
      ],
    },
  );
}

function elementsNow({ negotiation, state, today }: Turn): EvidenceElement[] {
  return negotiation ? applicableEvidence(negotiation, state, today) : [];
}

function checklist(turn: Turn): ChecklistItem[] {
  const { state, mind } = turn;
  const { language } = state;
  return elementsNow(turn).map(element => ({
    element: element.id,
    label: element.label[language],
    proves: cite(element.proves[language], mind.knowledge, language),
    how: cite(element.how[language], mind.knowledge, language),
    level: element.level,
    files: state.attached.filter(file => file.element === element.id).length,
  }));
}

function askEvidence(turn: Turn): void {
  const again = turn.before.asking === 'evidence' || turn.before.asking === 'evidence-element';
  turn.emit({ type: 'QuestionAsked', about: 'evidence' });
  const items = checklist(turn);
  const missing = items.filter(item => item.level === 'needed' && item.files === 0).map(item => item.label);
  const key = !again ? 'ask-evidence' : missing.length > 0 ? 'ask-evidence-missing' : 'ask-evidence-more';
  const { maxBytes, maxFiles } = turn.moment.limits;
  const { language } = turn.state;
  turn.say(
    'ask-evidence',
    {
      missing: missing.join(turn.words('list-separator')),
      most: Math.round(maxBytes / 1024 / 1024),
      files: maxFiles,
    },
    {
      key,
      facts: elementsNow(turn).flatMap(({ how }) => factsOf(how[language], turn.mind.knowledge, language)),
      card: { kind: 'checklist', title: turn.words('card-checklist'), items },
      buttons: [
        turn.button(
          turn.state.attached.length > 0 ? 'button-evidence-finished' : 'button-evidence-none',
          'act:finished',
        ),
      ],
    },
  );
}

function askElement(turn: Turn): void {
  const { state } = turn;
  turn.emit({ type: 'QuestionAsked', about: 'evidence-element' });
  const waiting = state.attached.filter(file => file.element === null);
  const names = waiting.map(file => file.name).join(turn.words('list-separator'));
  turn.say(
    'ask-evidence-element',
    { names, count: waiting.length },
    {
      buttons: [
        ...checklist(turn).map(item => ({ label: item.label, value: `element:${item.element}` })),
        turn.button('evidence-other', 'element:other'),
      ],
    },
  );
}
