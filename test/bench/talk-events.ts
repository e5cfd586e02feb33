import type { ConversationEvent } from '../../src/core/conversation/events.ts';
import { conversationOf, evolve } from '../../src/core/conversation/evolve.ts';
import type { Mind } from '../../src/core/dialogue/mind.ts';
import type { Moment } from '../../src/core/dialogue/moment.ts';
import { greet, takeTurn } from '../../src/core/dialogue/take-turn.ts';
import { talk } from './talk.ts';

export const limits = { maxBytes: 20 * 1024 * 1024, maxFiles: 20 };

export const moment: Moment = {
  now: '2026-11-24T02:00:00.000Z',
  freshCaseNumber: '261124-00000-00001',
  receiver: 'bench',
  answerWithinDays: 3,
  limits,
  caseStatus: null,
  desk: { isOpen: true, opensAt: null },
};

/** The events of the whole talk: those of the opening, then those of each message. */
export function talkEvents(mind: Mind): ConversationEvent[][] {
  const started: ConversationEvent = {
    type: 'ConversationStarted',
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
    channel: 'web',
    tokenHash: '0'.repeat(64),
  };
  const opening = [started, ...greet(conversationOf([started]), mind, moment)];
  let state = conversationOf(opening);
  const turns = talk.map((message, at) => {
    const said = { choice: undefined, ...message, id: `m${at}`, evidence: [], refusals: [] };
    const events = takeTurn(state, said, mind, moment);
    state = events.reduce(evolve, state);
    return events;
  });
  return [opening, ...turns];
}
