import type { Backed } from './backup.ts';
import type { Moved } from './move-store.ts';
import type { Restored } from './restore.ts';

const MEBIBYTE = 1024 * 1024;

export const backedUp = (path: string, { events, files, bytes }: Backed): string =>
  `Backed up ${events} events and ${files} files into ${path} (${(bytes / MEBIBYTE).toFixed(1)} MiB).`;

/** What a restore did. Contradictions are named; what stands here was left as it is. */
export function restored({
  stored,
  present,
  erased,
  files,
  erasedOwners,
  contradictions,
  named,
}: Restored): string {
  const lines = [
    `Restored ${stored} appends and ${files} files; ${present} appends were here already.`,
    ...(erased > 0 ? [`${erased} appends belong to what was erased here, and stay erased.`] : []),
    ...(erasedOwners.length > 0
      ? [`${erasedOwners.length} conversation(s) erased before the copy was made were erased here too.`]
      : []),
  ];
  if (contradictions === 0) return lines.join('\n');
  return [
    ...lines,
    `REFUSED: ${contradictions} place(s) where the copy says something else than what is here, which was left as it is:`,
    ...named.map(one => `  ${one}`),
    ...(contradictions > named.length ? [`  and ${contradictions - named.length} more`] : []),
  ].join('\n');
}

export const moved = ({ streams, stored, present }: Moved): string =>
  `All ${streams} streams, with their keys and lines of the queue, are in the new place and the same as in the old one: ${stored} appends were copied now, ${present} were there already. Start Parley with the new place, and keep the old one until you have seen it work.`;
