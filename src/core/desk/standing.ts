import type { Case } from '../case/evolve.ts';
import type { Conversation } from '../conversation/state.ts';
import type { Desk } from './evolve.ts';

/**
 * Where a conversation stands for those who work on it, most pressing first. `urgent`: somebody is in danger, in
 * distress or being tricked, and no mediator is with them. `waiting`: somebody waits for a person now. `new`: a case
 * was filed that nobody looks after yet.
 */
export const STANDINGS = ['urgent', 'waiting', 'new', 'open', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Kinds of danger that make an item press on. A pasted password is none. */
const PRESSING = new Set(['distress', 'danger', 'scam']);

/**
 * @param cases those filed in the conversation
 * @returns null where the person has allowed nobody to read along
 */
export function standingOf(
  { sharedWith, handoff, safety }: Conversation,
  desk: Pick<Desk, 'mediator'>,
  cases: readonly Case[],
): Standing | null {
  if (sharedWith === null) return null;
  const open = cases.filter(one => one.file !== null && one.status !== 'closed');
  const isLive = handoff.state !== 'bot';
  if (!isLive && open.length === 0) return 'closed';
  if (handoff.state === 'mediator') return 'open';
  const isPressing = desk.mediator === null && safety.some(kind => PRESSING.has(kind));
  if (isPressing) return 'urgent';
  if (handoff.state === 'requested') return 'waiting';
  return desk.mediator === null && open.some(one => one.status === 'filed') ? 'new' : 'open';
}
