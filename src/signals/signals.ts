import type { Mediator } from '../core/conversation/events.ts';

/** What is worth knowing now and never again. */
export interface SignalData {
  /** Lines of the inbox were written. */
  inbox: null;
  /** Little time is left for something due in a conversation, or none. */
  deadline: { conversation: string; warning: 'near' | 'breached' };
  /** Somebody is writing in a conversation; never what. */
  typing: { conversation: string; by: 'person' } | { conversation: string; by: 'mediator'; mediator: string };
  /** Who has a console open in a process, and which conversation in it; all of it each time. */
  present: { process: string; here: { staff: Mediator; conversation: string | null }[] };
}
export type Topic = keyof SignalData;

/**
 * Passing words between the processes that serve the same people. They are kept nowhere: whoever does not listen just
 * then never hears them, so nothing may depend on them that must not be lost.
 */
export interface Signals {
  /** Tells all processes, this one too. Never throws and does not wait: what cannot be told now is not told. */
  tell<T extends Topic>(topic: T, data: SignalData[T]): void;
  /** Returns how to stop. */
  hear<T extends Topic>(topic: T, listener: (data: SignalData[T]) => void): () => void;
  close(): Promise<void>;
}
