import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '../files/sync-folder.ts';

/**
 * Writes a stream into a file that nobody else may read. It is written aside and gets its name when all of it is on the
 * disk: whatever happens in between, there is no half file of that name.
 * @returns bytes written
 */
export async function writeAside(path: string, [from, through]: [Readable, Transform]): Promise<number> {
  const aside = `${path}.${process.pid}.part`;
  try {
    const file = createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(from, through, file);
    await rename(aside, path);
    await syncFolder(dirname(path));
    return file.bytesWritten;
  } finally {
    await rm(aside, { force: true });
  }
}
