import type { SaidMessage, ServerFrame } from '../../protocol/frames.ts';
import type { Outbox } from './outbox.ts';
import { askedWait } from './waits.ts';

type RefusedReason = Extract<ServerFrame, { type: 'refused' }>['reason'];

export interface Delivery {
  /** The server knows who we are: sends what waits. */
  ready(): void;
  /** The connection is gone: whatever was under way will be sent again. */
  lost(): void;
  /** Sends the next message if none is under way. */
  pump(): void;
  /** These have come back as entries. */
  arrived(ids: string[]): void;
  /** `retryAfter`: seconds to wait, where the server told them. */
  refused(id: string, reason: RefusedReason, retryAfter?: number): void;
  /** Whether a message has been sent and its entry is awaited. */
  isUnderWay(): boolean;
}

interface DeliveryParts {
  outbox: Outbox;
  /** Whether the message was handed to an open connection. */
  send(message: SaidMessage): boolean;
  /** Milliseconds; returns how to call it off. */
  after(wait: number, work: () => void): () => void;
  /** From 0 to 1: spreads what many widgets do at the same time. */
  chance(): number;
}

const ANSWER_WITHIN = 20_000;
const FIRST_WAIT = 2_000;
/** A disk that is full is often mended within minutes, and then nobody should wait long. */
const LONGEST_WAIT = 15_000;

/**
 * Sends one message at a time and the next only when its entry has come back, so that a message refused
 * for a moment is not overtaken by the one written after it.
 */
export function deliver({ outbox, send, after, chance }: DeliveryParts): Delivery {
  let isReady = false;
  let underWay: string | null = null;
  let refusals = 0;
  let callOff = () => {};

  function settle(): void {
    callOff();
    callOff = () => {};
    underWay = null;
  }

  function pump(): void {
    if (!isReady || underWay !== null) return;
    const next = outbox.next();
    if (!next || !send(next.message)) return;
    underWay = next.message.id;
    callOff = after(ANSWER_WITHIN, () => {
      settle();
      pump();
    });
  }

  return {
    ready() {
      settle();
      isReady = true;
      pump();
    },
    lost() {
      settle();
      isReady = false;
    },
    pump,
    arrived(ids) {
      for (const id of ids) outbox.remove(id);
      if (underWay !== null && ids.includes(underWay)) {
        settle();
        refusals = 0;
      }
      pump();
    },
    refused(id, reason, retryAfter) {
      if (reason === 'too-long' || reason === 'malformed') {
        outbox.fail(id, reason);
        if (underWay === id) settle();
        pump();
      } else if (underWay === id) {
        callOff();
        const wait = retryAfter ?? Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** refusals++) / 1000;
        callOff = after(askedWait(wait, chance()), () => {
          settle();
          pump();
        });
      }
    },
    isUnderWay: () => underWay !== null,
  };
}
