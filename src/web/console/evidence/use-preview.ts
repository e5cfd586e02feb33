import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callForFile } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';

/** What can be shown of a file. It is fetched when it is looked at and not before: each look is noted. */
export const usePreview = (conversation: string, file: string) =>
  useQuery({
    queryKey: KEYS.preview(conversation, file),
    queryFn: () => callForFile(`/conversations/${conversation}/evidence/${file}/preview`),
    staleTime: Infinity,
    gcTime: 60_000,
    refetchOnReconnect: false,
  });

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
