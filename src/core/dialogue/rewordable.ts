import type { Reply } from '../conversation/events.ts';
import type { Language } from '../knowledge/localized.ts';
import { spelledIn } from '../language/spelled-in.ts';
import { phraseParts } from './render.ts';
import { sheetSummary } from './sheet-summary.ts';
import type { Turn } from './turn.ts';

/** A finished text that may be said in other words. */
export interface Draft {
  task: 'reply' | 'ask-again' | 'case-summary';
  /** The reply it is the text of; null: the mediator's summary. */
  reply: Reply | null;
  language: Language;
  /** Words, a value that has to stay as it is, words … words. */
  parts: readonly string[];
}

/**
 * The acts whose wording carries no weight. Whatever is not here is always said in its own words: what is said in danger,
 * what the person agrees to or confirms, who speaks, what the law gives, where to turn.
 */
const FREE_ACTS: ReadonlySet<string> = new Set([
  'type-chosen',
  'type-assumed',
  'type-changed',
  'corrected',
  'noted',
  'kept-as-is',
  'proposal-dropped',
  'reject-value',
  'required-slot',
  'explain-why',
  'went-back',
  'nothing-to-go-back-to',
  'evidence-received',
  'evidence-sorted',
  'evidence-finished',
  'evidence-none',
  'evidence-kept',
  'evidence-refused',
  'choose-edit',
  'cancelled',
  'resumed',
  'nothing-to-cancel',
  'restarted',
  'human-declined',
  'human-still-waiting',
  'human-cancelled',
  'human-waits-on',
  'contact-unclear',
  'rating-given',
  'offer-answers',
  'unknown-question',
  'thanks',
  'abuse',
  'wait',
  'empty',
  'not-understood',
  'story-kept',
]);

/** What may be said otherwise of a turn. */
export function rewordable(turn: Turn): Draft[] {
  const { language } = turn.state;
  const drafts = turn.replies.flatMap((reply): Draft[] => {
    const parts = partsOf(turn, reply);
    return parts && maySayOtherwise(parts) ? [{ task: taskOf(turn, reply), reply, language, parts }] : [];
  });
  const { negotiation, mind, state, today } = turn;
  if (negotiation && turn.events.some(event => event.type === 'CaseFiled')) {
    const parts = sheetSummary(state, negotiation, mind.knowledge, today, 'confirmed');
    drafts.push({ task: 'case-summary', reply: null, language, parts });
  }
  return drafts;
}

const ASKS_OR_ANSWERS: ReadonlySet<string> = new Set(['ask', 'answer', 'answer-ask']);

function partsOf(turn: Turn, reply: Reply): readonly string[] | null {
  const wording = turn.wordings.get(reply);
  if (!wording || reply.tone === 'urgent') return null;
  if (wording === 'whole') return ASKS_OR_ANSWERS.has(reply.act) ? [reply.text] : null;
  if (!FREE_ACTS.has(reply.act)) return null;
  return phraseParts(turn.mind.knowledge, turn.state.language, wording.key, wording.parameters);
}

const taskOf = ({ events, before }: Turn, { act, slot }: Reply): Draft['task'] =>
  act === 'ask' && before.asking === slot && events.some(event => event.type === 'NotUnderstood')
    ? 'ask-again'
    : 'reply';

const NOTHING_KNOWN = { phones: new Map<string, string>(), rules: [] };

/** Periods of law and procedure are said as they are written. */
const maySayOtherwise = (parts: readonly string[]): boolean =>
  parts.some((part, at) => at % 2 === 0 && part.trim() !== '') &&
  !parts.some(
    (part, at) => at % 2 === 0 && spelledIn(part, NOTHING_KNOWN).some(one => one.kind === 'quantity'),
  );
