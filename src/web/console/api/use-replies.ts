import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ReplyList } from '../../../protocol/console/replies.ts';
import { call } from './call.ts';
import { KEYS } from './keys.ts';

/** What mediators say often, the operator's own first. */
export const useReplies = () =>
  useQuery({
    queryKey: KEYS.replies,
    queryFn: () => call<z.infer<typeof ReplyList>>('GET', '/canned'),
    staleTime: 30_000,
  });
