import { isDeepStrictEqual } from 'node:util';
import type { Progress } from '../progress.ts';
import { type CopyOptions, copyInto } from '../stores/copy-ledger.ts';
import { type ReadOptions, recordsOf } from '../stores/copy-records.ts';
import type { Ledger } from '../stores/ledger.ts';
import { streamPages } from '../stores/stream-names.ts';

export interface MoveParts {
  from: Ledger;
  to: Ledger;
  copying: ReadOptions & CopyOptions;
  /** Name of the lease under which a running Parley works through a partition. */
  leaseOf: (partition: number) => string;
  progress: Progress;
}

export interface Moved {
  streams: number;
  /** Appends that were copied now, and those that were there already. */
  stored: number;
  present: number;
}

/** It was not moved, or not to its end. What stands in the old place is as it was. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
}

const LEASE_MS = 60_000;
const HOLDER = 'move-store';
const PAGE = 500;

/**
 * Copies all that a ledger keeps into another one, which is empty or holds the beginning of the same move, and compares
 * both. Done again after it was broken off, it goes on; nothing is ever changed in `from`.
 * @throws MoveRefused, CopyRefused
 */
export async function moveStore(parts: MoveParts): Promise<Moved> {
  const { from, to, copying, progress } = parts;
  await refuseWhileInUse(parts);
  const streams = await refuseOthers(parts);
  progress.begin('copying', streams);
  const { stored, present, contradictions, named } = await copyInto(to, recordsOf(from, copying), {
    ...copying,
    onAppend: ({ version }) => version === 1 && progress.step(),
  });
  if (contradictions > 0)
    throw new MoveRefused(
      `The new place holds something else: ${named.join('; ')}. Nothing there was changed.`,
    );
  progress.begin('comparing', streams);
  const differing = await firstDifference(parts);
  if (differing !== null)
    throw new MoveRefused(
      `${differing} is not the same in both. Is Parley still running? Stop it and run this again.`,
    );
  progress.end();
  return { streams, stored, present };
}

/** A Parley that does nothing just now holds no lease; what it writes later is found by comparing. */
async function refuseWhileInUse({ from, leaseOf }: MoveParts): Promise<void> {
  const leases = Array.from({ length: from.partitions }, (_, partition) => leaseOf(partition));
  try {
    for (const lease of leases)
      if (!(await from.lease(lease, HOLDER, LEASE_MS)))
        throw new MoveRefused(
          'A Parley is at work in the old place, or was a moment ago. Stop it and try again.',
        );
  } finally {
    for (const lease of leases) await from.release(lease, HOLDER);
  }
}

/** Returns how many streams are to be copied. */
async function refuseOthers({ from, to, progress }: MoveParts): Promise<number> {
  let streams = 0;
  for await (const page of streamPages(from, '')) streams += page.length;
  progress.begin('looking', streams);
  for await (const page of streamPages(to, '')) {
    for (const [old, copied] of await headsOf([from, to], page))
      if (!old || !copied || copied.version > old.version)
        throw new MoveRefused(
          'The new place holds other conversations already. Choose another one, or another prefix.',
        );
    progress.step(page.length);
  }
  return streams;
}

const headsOf = ([from, to]: [Ledger, Ledger], streams: string[]) =>
  Promise.all(streams.map(stream => Promise.all([from.head(stream), to.head(stream)])));

/** What is not the same in both, in words; null where all is. */
async function firstDifference({ from, to, progress }: MoveParts): Promise<string | null> {
  for await (const page of streamPages(from, '')) {
    const heads = await headsOf([from, to], page);
    const lines = await Promise.all(
      page.map(stream => Promise.all([from.queue.get(stream), to.queue.get(stream)])),
    );
    const at = page.findIndex((_, place) =>
      [heads[place], lines[place]].some(pair => pair && !isDeepStrictEqual(pair[0], pair[1])),
    );
    if (at >= 0) return page[at] ?? null;
    progress.step(page.length);
  }
  for (let after = ''; ; ) {
    const keys = await from.keys(after, PAGE);
    const copied = await Promise.all(keys.map(({ owner }) => to.key(owner)));
    const missing = keys.find(({ wrapped }, at) => Buffer.compare(wrapped, copied[at] ?? Buffer.of()) !== 0);
    if (missing) return `the key of ${missing.owner}`;
    const last = keys.at(-1);
    if (!last) return null;
    after = last.owner;
  }
}
