import type { IncomingMessage } from 'node:http';
import type { LimitName } from './limits.ts';

/** Why somebody is turned away for now, and the seconds after which to try again. */
export interface Turned {
  because: 'too-many' | 'full';
  retryAfter: number;
}

/** Decides who may go on. The channels and the server ask before they do anything that costs. */
export interface Gate {
  /** Takes one of what `key` may do; null where it may go on. Never rejects. */
  pass(name: LimitName, key: string): Promise<Turned | null>;
  /** What limits by address count by. */
  keyOf(request: IncomingMessage): string;
  /** Whether a request comes from this machine or its private network. */
  isPrivate(request: IncomingMessage): boolean;
}

/** Lets everybody through. */
export const openGate: Gate = { pass: async () => null, keyOf: () => '', isPrivate: () => true };
