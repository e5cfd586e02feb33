import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../../files/sync-folder.ts';
import { type EvidenceFiles, isHash, isOwner } from '../evidence-files.ts';

/**
 * Evidence as files under `<folder>/<first two characters of the owner>/<owner>/<hash>`; several processes may share
 * the folder.
 * @param folder made at the first `put` if it is missing
 */
export function diskFiles(folder: string): EvidenceFiles {
  const folderOf = (owner: string): string => join(folder, owner.slice(0, 2), owner);

  return {
    async put(owner, sha256, sealed) {
      if (!isOwner(owner) || !isHash(sha256))
        throw new Error('evidence is stored by conversation, under its SHA-256 in lower-case hexadecimal');
      const place = join(folderOf(owner), sha256);
      await makeFolder(dirname(place));
      if (await exists(place)) {
        // Another process may have renamed it a moment ago and not have come to this.
        await syncFolder(dirname(place));
        return;
      }
      // Written aside and renamed: whatever happens in between, no reader ever meets half a file.
      const aside = `${place}.${randomUUID()}.part`;
      try {
        await writeDurably(aside, sealed);
        await rename(aside, place);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
      await syncFolder(dirname(place));
    },

    async get(owner, sha256) {
      if (!isOwner(owner) || !isHash(sha256)) return null;
      return orIfMissing(readFile(join(folderOf(owner), sha256)), null);
    },

    async erase(owner) {
      if (!isOwner(owner)) return;
      const gone = folderOf(owner);
      if (!(await exists(gone))) return;
      await rm(gone, { recursive: true, force: true });
      await syncFolder(dirname(gone));
    },

    async *list() {
      for (const group of await namesIn(folder))
        for (const owner of await namesIn(join(folder, group)))
          for (const sha256 of await namesIn(join(folder, group, owner)))
            if (isHash(sha256)) yield { owner, sha256 };
    },
  };
}

const namesIn = (folder: string): Promise<string[]> => orIfMissing(readdir(folder), []);

async function orIfMissing<T, U>(reading: Promise<T>, otherwise: U): Promise<T | U> {
  return reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return otherwise;
    throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Nobody but the operator's own account reads evidence, and nobody writes it a second time. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o400);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function makeFolder(path: string): Promise<void> {
  const firstMade = await mkdir(path, { recursive: true, mode: 0o700 });
  if (firstMade === undefined) return;
  for (let made = path; made.length >= firstMade.length; made = dirname(made))
    await syncFolder(dirname(made));
}
