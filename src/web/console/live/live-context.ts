import { createContext, useContext } from 'react';
import type { Mediator } from '../../../core/conversation/events.ts';
import type { ConsoleServerFrame } from '../../../protocol/console/frames.ts';

export type DeadlineFrame = Extract<ConsoleServerFrame, { type: 'deadline' }>;

/** What is known of this moment, beside what is stored. */
export interface Live {
  isConnected: boolean;
  /** Milliseconds after which lists are read again. */
  pollEvery: number;
  /** Who has the watched conversation open, oneself among them. */
  present: Mediator[];
  isPersonTyping: boolean;
  /** Opens a conversation in the place of the one before; null: none. */
  watch(conversation: string | null): void;
  typing(): void;
  /** Calls `listener` whenever something is due soon or overdue. Returns how to stop. */
  hearDeadline(listener: (warned: DeadlineFrame) => void): () => void;
}

export const LiveContext = createContext<Live>({
  isConnected: false,
  pollEvery: 10_000,
  present: [],
  isPersonTyping: false,
  watch: () => {},
  typing: () => {},
  hearDeadline: () => () => {},
});

export const useLive = (): Live => useContext(LiveContext);
