import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyContent } from '../../../core/staff/replies/events.ts';
import type { Reply, ReplyProblem } from '../../../protocol/console/replies.ts';
import { call, CallFailed } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';
import { orderId } from '../api/order-id.ts';
import { useFailure } from '../api/use-failure.ts';

interface Stale {
  version: number;
  reply: Reply;
}

/**
 * Saves a reply, a new one where `reply` is null. `problems` says why it was not taken, and `stale` how somebody else has
 * left it meanwhile; the next try is decided on that.
 */
export function useSaveReply(reply: Reply | null, saved: () => void) {
  const client = useQueryClient();
  const { tell } = useFailure();
  const [id] = useState(orderId);
  const [version, setVersion] = useState(reply?.version ?? 0);
  const [stale, setStale] = useState<Stale | null>(null);
  const [problems, setProblems] = useState<ReplyProblem[]>([]);
  const save = useMutation({
    mutationFn: (given: { content: ReplyContent; isMeant: boolean }) =>
      reply
        ? call<Reply>('PUT', `/canned/${reply.id}`, { ...given, version })
        : call<Reply>('POST', '/canned', { ...given, id }),
    onSuccess: saved,
    onError(error) {
      const { failure, more } = error instanceof CallFailed ? error : { failure: null, more: {} };
      if (failure === 'reply-refused' || failure === 'reply-doubtful')
        return setProblems(more['problems'] as ReplyProblem[]);
      if (failure !== 'stale') return tell(error);
      const told = more as unknown as Stale;
      setStale(told);
      setVersion(told.version);
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEYS.replies }),
  });
  return { save, stale, problems };
}
