import type { SaidMessage, ServerFrame } from '../../protocol/frames.ts';
import type { Outbox } from './outbox.ts';

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
  refused(id: string, reason: RefusedReason): void;
  /** Whether a message has been sent and its entry is awaited. */
  isUnderWay(): boolean;
}

interface DeliveryParts {
  outbox: Outbox;
  /** Whether the message was handed to an open connection. */
  send(message: SaidMessage): boolean;
  /** Milliseconds; returns how to call it off. */
  after(wait: number, work: () => void): () => void;
}

const ANSWER_WITHIN = 20_000;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

/**
 * Sends one message at a time and the next only when its entry has come back, so that a message refused
 * for a moment is not overtaken by the one written after it.
 */
export function deliver({ outbox, send, after }: DeliveryParts): Delivery {
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
    refused(id, reason) {
      if (reason === 'too-long' || reason === 'malformed') {
        outbox.fail(id, reason);
        if (underWay === id) settle();
        pump();
      } else if (underWay === id) {
        callOff();
        callOff = after(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** refusals++), () => {
          settle();
          pump();
        });
      }
    },
    isUnderWay: () => underWay !== null,
  };
}
