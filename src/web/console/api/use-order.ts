import { useMutation } from '@tanstack/react-query';
import { call, type Method } from './call.ts';
import { orderId } from './order-id.ts';
import { useReread } from './use-conversation.ts';
import { useFailure } from './use-failure.ts';

export interface Order {
  method?: Method;
  /** Below the conversation. */
  path: string;
  body?: object;
  /** Names the order; the same where it is sent again. */
  id?: string;
}

/**
 * Has something done about a conversation. Whatever comes of it, how things stand is read again.
 * @param silent whoever asks shows failures in a place of its own
 */
export function useOrder(conversation: string, silent = false) {
  const reread = useReread();
  const { tell } = useFailure();
  return useMutation({
    mutationFn: ({ method = 'POST', path, body = {}, id = orderId() }: Order) =>
      call<{ version: number }>(method, `/conversations/${conversation}/${path}`, { id, ...body }),
    onError: error => {
      if (!silent) tell(error);
    },
    onSettled: () => reread(conversation),
  });
}
