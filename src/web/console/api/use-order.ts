import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, isUncertain, mayRetry, type Method } from './call.ts';
import { OrderIds } from './order-ids.ts';
import { useReread } from './use-conversation.ts';
import { useFailure } from './use-failure.ts';

export interface Order {
  method?: Method;
  /** Below the conversation. */
  path: string;
  body?: object;
}

/** What follows on an order, also where whoever gave it is no longer shown by then: the news of it may be faster. */
interface Outcomes {
  taken?: () => void;
  failed?: (error: unknown) => void;
}

/**
 * Has something done about a conversation, once, also where it has to be asked for again because the answer got lost.
 * Whatever comes of it, how things stand is read again.
 * @param silent whoever asks shows failures in a place of its own
 */
export function useOrder(conversation: string, silent = false) {
  const reread = useReread();
  const { tell } = useFailure();
  const [ids] = useState(() => new OrderIds());
  const { mutateAsync, isPending } = useMutation({
    async mutationFn({ method = 'POST', path, body = {} }: Order) {
      const what = JSON.stringify([conversation, method, path, body]);
      const id = ids.idFor(what, performance.now());
      try {
        const answer = await call<{ version: number }>(method, `/conversations/${conversation}/${path}`, {
          id,
          ...body,
        });
        ids.answered();
        return answer;
      } catch (error) {
        if (isUncertain(error)) ids.lost(what, id, performance.now());
        else ids.answered();
        throw error;
      }
    },
    retry: mayRetry,
    onError: error => {
      if (!silent) tell(error);
    },
    onSettled: () => reread(conversation),
  });
  const give = (order: Order, { taken = () => {}, failed = () => {} }: Outcomes = {}): Promise<void> =>
    mutateAsync(order).then(taken, failed);
  return { give, isPending };
}
