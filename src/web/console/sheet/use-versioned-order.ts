import { useState } from 'react';
import type { Deed } from '../../../protocol/console/desk.ts';
import { CallFailed } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import { type Order, useOrder } from '../api/use-order.ts';

export interface Stale {
  version: number;
  changes: Deed[];
}

/**
 * A change that is decided on a version of what one saw. Where somebody was faster, `stale` says what they did, and the
 * next try is decided on that.
 */
export function useVersionedOrder(conversation: string, seen: number, done: () => void) {
  const order = useOrder(conversation, true);
  const { tell } = useFailure();
  // What one saw when one began: what comes in meanwhile must not pass for seen.
  const [version, setVersion] = useState(seen);
  const [stale, setStale] = useState<Stale | null>(null);
  const send = ({ body, ...rest }: Order) =>
    void order.give(
      { ...rest, body: { ...body, version } },
      {
        taken: done,
        failed(error) {
          if (!(error instanceof CallFailed) || error.failure !== 'stale') return tell(error);
          const told = error.more as unknown as Stale;
          setStale(told);
          setVersion(told.version);
        },
      },
    );
  return { send, stale, isPending: order.isPending };
}
