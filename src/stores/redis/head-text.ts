import type { Head } from '../ledger.ts';

/** A head as one text, which scripts can take apart; the owner comes last, for it may hold spaces. */
export const headToText = ({ version, hash, at, owner }: Head): string => `${version} ${hash} ${at} ${owner}`;

export function headFromText(text: string): Head {
  const [version = '', hash = '', at = ''] = text.split(' ', 3);
  const owner = text.slice(version.length + hash.length + at.length + 3);
  return { version: Number(version), hash, at, owner };
}
