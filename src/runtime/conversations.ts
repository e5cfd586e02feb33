import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { nanoid } from 'nanoid';
import type { Conversations, IncomingMessage, TurnOutcome } from '../channels/channel.ts';
import type { ConversationEvent, Evidence, Refusal } from '../core/conversation/events.ts';
import { conversationOf } from '../core/conversation/evolve.ts';
import type { Conversation } from '../core/conversation/state.ts';
import type { Mind } from '../core/dialogue/mind.ts';
import { decideTurn, greet } from '../core/dialogue/take-turn.ts';
import type { Said, Turn } from '../core/dialogue/turn.ts';
import type { Language } from '../core/knowledge/localized.ts';
import type { IntakeResult } from '../evidence/evidence-store.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Phraser } from '../phrasing/phraser.ts';
import type { Store, StoredEvent } from '../stores/store.ts';
import type { Clock } from './clock.ts';
import { commit } from './commit.ts';
import type { ConversationWriter } from './conversation-writer.ts';
import type { Feed } from './feed.ts';
import type { LoadedConversations } from './loaded-conversations.ts';
import { phraseTurn } from './phrasing/phrase-turn.ts';
import type { Waits } from './queue/waits.ts';
import { caseStream, conversationStream } from './streams.ts';

/** Checks a file and writes its bytes; see `evidence/intake`. */
export type Intake = (
  file: { owner: string; name: string; bytes: Uint8Array },
  alreadyTaken: number,
) => Promise<IntakeResult>;

export interface ConversationsParts {
  store: Store;
  mind: Mind;
  clock: Clock;
  feed: Feed;
  loaded: LoadedConversations;
  writer: ConversationWriter;
  intake: Intake;
  zone: string;
  waits: Waits;
  metrics: Metrics;
  /** Null: what the rules wrote is said as it is. */
  phraser: Phraser | null;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Carries out what the core decides: load, decide, commit, and only then let anybody see it. */
export function conversations(parts: ConversationsParts): Conversations {
  const { store, mind, clock, feed, loaded, intake, metrics, phraser } = parts;
  const { known, write, publish, moment } = parts.writer;

  async function open(options: {
    language: Language;
    channel: string;
  }): Promise<{ conversation: string; token: string }> {
    const conversation = nanoid();
    const token = randomBytes(32).toString('base64url');
    const started: ConversationEvent = {
      type: 'ConversationStarted',
      language: options.language,
      zone: parts.zone,
      channel: options.channel,
      tokenHash: hashOf(token),
    };
    const to = {
      stream: conversationStream(conversation),
      owner: conversation,
      cause: 'open',
      at: clock.now(),
    };
    const state = conversationOf([started]);
    const { events } = await commit(store, to, async () => ({
      expectedVersion: 0,
      events: [started, ...greet(state, mind, await moment(state))],
    }));
    publish(events);
    return { conversation, token };
  }

  async function admits(conversation: string, token: string): Promise<boolean> {
    const { state } = await loaded.load(conversation);
    if (!state.started || (await isErased(conversation))) return false;
    return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(state.tokenHash));
  }

  async function receive(conversation: string, message: IncomingMessage): Promise<TurnOutcome> {
    const { evidence = [], refusals = [] } = message;
    const said: Said = { id: message.id, text: message.text, choice: message.choice, evidence, refusals };
    const cause = `message:${message.id}`;
    const phrase = phraser && phrasing(conversation, cause, phraser);
    let readyAt = 0;
    const outcome = await write(conversation, cause, async before => {
      const turn = await decide(before, said);
      const events = phrase ? await phrase(turn) : turn.events;
      readyAt = performance.now();
      return events;
    });
    metrics.turnTook('commit', performance.now() - readyAt);
    return outcome;
  }

  /** Decides anew while the number of the case that it files is another's. */
  async function decide(before: Conversation, said: Said): Promise<Turn> {
    for (;;) {
      const now = await moment(before);
      const began = performance.now();
      const turn = decideTurn(before, said, mind, now);
      metrics.turnTook('decide', performance.now() - began);
      const filed = turn.events.find(event => event.type === 'CaseFiled');
      const isTaken = filed && (await store.read(caseStream(filed.number))).length > 0;
      if (!isTaken) return turn;
    }
  }

  /** Rewords what is decided on one message, however often it is decided: all of it has the time of one turn. */
  function phrasing(
    conversation: string,
    cause: string,
    by: Phraser,
  ): (turn: Turn) => Promise<ConversationEvent[]> {
    let deadline: AbortSignal | null = null;
    return async turn => {
      // What was answered before is not said again, so nobody is asked for words for it.
      if ((await store.readCause(conversationStream(conversation), cause)).length > 0) return turn.events;
      const began = performance.now();
      deadline ??= AbortSignal.timeout(by.timeoutMs);
      const events = await phraseTurn(turn, by, deadline, metrics);
      metrics.turnTook('phrase', performance.now() - began);
      return events;
    };
  }

  async function takeFile(
    conversation: string,
    file: { name: string; bytes: Uint8Array },
  ): Promise<{ taken: Evidence } | { refused: Refusal }> {
    const { state } = await known(conversation);
    const result = await intake({ owner: conversation, ...file }, Object.keys(state.stored).length);
    if ('refused' in result) return result;
    const { sha256, name } = result.taken;
    // The answer to an upload can get lost; the same file sent again is the same file.
    const before = Object.values(state.stored).find(
      stored => stored.sha256 === sha256 && stored.name === name,
    );
    if (before) return { taken: before };
    const event: ConversationEvent = { type: 'EvidenceStored', evidence: result.taken };
    await write(conversation, `file:${result.taken.id}`, async () => [event]);
    return result;
  }

  async function follow(
    conversation: string,
    after: number,
    listener: (events: StoredEvent[]) => void,
    gone?: () => void,
  ): Promise<() => void> {
    return feed.follow(conversationStream(conversation), after, listener, gone);
  }

  /** What was erased by another process a moment ago may still lie in this one's memory. */
  async function isErased(conversation: string): Promise<boolean> {
    const erased = await store.isErased(conversation);
    if (erased) loaded.forget(conversation);
    return erased;
  }

  async function recall(conversation: string, atLeast = 0) {
    const atHand = await known(conversation);
    if (atHand.version >= atLeast) return atHand;
    loaded.forget(conversation);
    return known(conversation);
  }

  const followPlace: Conversations['followPlace'] = (...follower) => parts.waits.follow(...follower);
  return { open, admits, recall, receive, takeFile, follow, followPlace };
}
