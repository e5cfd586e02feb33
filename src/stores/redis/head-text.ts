import type { Head } from '../ledger.ts';

/** A head as one text that scripts can take apart: version, hash, instant in milliseconds and as it came, owner. */
export const headToText = ({ version, hash, at, owner }: Head): string =>
  // The owner comes last, for it may hold spaces.
  `${version} ${hash} ${Date.parse(at)} ${at} ${owner}`;

export function headFromText(text: string): Head {
  const [, version, hash, at, owner] = /^(\d+) (\S*) \S+ (\S+) ([^]*)$/.exec(text) ?? [];
  return { version: Number(version), hash: hash ?? '', at: at ?? '', owner: owner ?? '' };
}
