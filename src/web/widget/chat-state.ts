import type { Entry } from '../../protocol/entry.ts';
import type { SaidMessage, WithWhom } from '../../protocol/frames.ts';
import type { Line } from './connection.ts';
import type { Outgoing } from './outbox.ts';
import type { Session } from './session.ts';

export type Notice = 'started-anew' | 'words-taken-back' | 'busy' | 'not-saved';

export interface ChatState {
  line: Line;
  session: Session | null;
  entries: Entry[];
  outgoing: Outgoing[];
  isTyping: boolean;
  /** As the server has told it over the line that stands. */
  withWhom: WithWhom;
  isMediatorTyping: boolean;
  notice: Notice | null;
}

export interface Chat {
  state(): ChatState;
  /** Calls back after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Connects, and opens a conversation where there is none. */
  start(): void;
  /** The person is writing; told to a mediator who is there, and to nobody else. */
  typing(): void;
  say(said: Omit<SaidMessage, 'id'>, files?: Outgoing['files']): void;
  sendAgain(id: string): void;
  discard(id: string): void;
}

/** What keeps the server from taking anything at present. */
export const isAboutServer = (notice: Notice | null) => notice === 'busy' || notice === 'not-saved';

/** These stay until the person has said something to the new conversation. */
export const isAboutStart = (notice: Notice | null) =>
  notice === 'started-anew' || notice === 'words-taken-back';
