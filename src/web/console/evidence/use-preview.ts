import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { kindOf } from '../../../core/conversation/evidence-kinds.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { callForFile } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';

/**
 * What can be shown of a file. It is fetched when it is looked at and not before: each look is noted. Sound is not
 * fetched here at all: it plays before all of it has come.
 */
export const usePreview = (conversation: string, { id, mime }: Item['files'][number]) =>
  useQuery({
    queryKey: KEYS.preview(conversation, id),
    queryFn: () => callForFile(`/conversations/${conversation}/evidence/${id}/preview`),
    enabled: kindOf(mime) !== 'sound',
    staleTime: Infinity,
    gcTime: 60_000,
    refetchOnReconnect: false,
  });

export type Preview = ReturnType<typeof usePreview>;

/** An address of bytes at hand, as long as they are shown. */
export function useAddressOf(bytes: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address;
}
