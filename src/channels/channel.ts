import type { Evidence, Refusal } from '../core/conversation/events.ts';
import type { Expectation } from '../core/desk/waiting.ts';
import type { Conversation } from '../core/conversation/state.ts';
import type { Language } from '../core/knowledge/localized.ts';
import type { StoredEvent } from '../stores/store.ts';

/** What a person sent, parsed and within limits. */
export interface IncomingMessage {
  /** Chosen by the client and the same in every repetition, so that a message sent twice is answered once. */
  id: string;
  text: string;
  /** Value of the button that was pressed. */
  choice?: string;
  /** Ids of files taken before (see `takeFile`). */
  evidence?: string[];
  /** Files that the client or the intake did not take. */
  refusals?: Refusal[];
}

/** What a message brought about: the events committed for it, and the conversation after them. */
export interface TurnOutcome {
  events: StoredEvent[];
  state: Conversation;
}

/** How the queue stands for somebody who waits for a person. */
export interface QueuePlace {
  /** From 1: who comes next. */
  place: number;
  expects: Expectation;
}

/** There is too much to do at present; what was asked for was not done, and may be asked for again. */
export class Busy extends Error {
  override readonly name = 'Busy';
  /** Seconds. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('there is too much to do at present');
    this.retryAfter = retryAfter;
  }
}

/** The conversation named by a client does not exist, or not any more. */
export class UnknownConversation extends Error {
  override readonly name = 'UnknownConversation';
}

/** What a channel may ask of Parley. The runtime implements it; `main` hands it to the channels. */
export interface Conversations {
  /** Starts a conversation and greets. `token` is shown once and stored as a hash only. */
  open(options: { language: Language; channel: string }): Promise<{ conversation: string; token: string }>;
  /** Whether the token belongs to the conversation. */
  admits(conversation: string, token: string): Promise<boolean>;
  /**
   * What is known of a conversation as of a version; another process may have written since. Read anew where what is at
   * hand is older than version `atLeast`. Rejects where there is none.
   */
  recall(conversation: string, atLeast?: number): Promise<{ state: Conversation; version: number }>;
  /**
   * Decides, commits, and returns what happened; a repeated message id returns the first outcome.
   * Rejects with `Busy` where there is too much to do, and otherwise when it could not be stored.
   */
  receive(conversation: string, message: IncomingMessage): Promise<TurnOutcome>;
  /** Takes a file into the evidence store and notes it in the conversation; the message that shows it follows separately. */
  takeFile(
    conversation: string,
    file: { name: string; bytes: Uint8Array },
  ): Promise<{ taken: Evidence } | { refused: Refusal }>;
  /**
   * Calls `listener` with every event above version `after`, in order, each once, now and from now on, and `gone` once
   * when the conversation is erased. Returns how to stop.
   */
  follow(
    conversation: string,
    after: number,
    listener: (events: StoredEvent[]) => void,
    gone?: () => void,
  ): Promise<() => void>;
  /**
   * Calls `listener` with the place of a conversation that waits for a person, as soon as the queue has it, and whenever
   * it or the wait to expect changes. Returns how to stop.
   */
  followPlace(conversation: string, listener: (place: QueuePlace) => void): () => void;
}

/** A way in. */
export interface Channel {
  start(): Promise<void>;
  stop(): Promise<void>;
}
