/** Where in the console somebody is. */
export type Place =
  | { page: 'desk'; conversation: string | null }
  | { page: 'figures' | 'replies' | 'staff' | 'keys' | 'audit' }
  | { page: 'link'; token: string }
  | { page: 'sign-in'; why: string };

/** Reads a place from the part of an address after `#`; what makes no sense is the desk. */
export function placeOf(hash: string): Place {
  const link = /^#link=([\w-]+)$/.exec(hash)?.[1];
  if (link) return { page: 'link', token: link };
  const why = /^#sign-in=([\w-]+)$/.exec(hash)?.[1];
  if (why) return { page: 'sign-in', why };
  const page = /^#\/(figures|replies|staff|keys|audit)$/.exec(hash)?.[1];
  if (page) return { page: page as 'staff' };
  return { page: 'desk', conversation: /^#\/conversations\/([\w-]{1,64})$/.exec(hash)?.[1] ?? null };
}

export const conversationPlace = (conversation: string): string => `#/conversations/${conversation}`;
