import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EvidenceStore } from '../evidence-store.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Evidence as files under `<folder>/<first two digits>/<hash>`; several processes may share the folder. `get` rejects
 * where the bytes on the disk are no longer those that were received.
 * @param folder made at the first `put` if it is missing
 */
export function diskEvidence(folder: string): EvidenceStore {
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

  return {
    async put(sha256, bytes) {
      if (!SHA256.test(sha256))
        throw new Error('evidence is stored under its SHA-256 in lower-case hexadecimal');
      const place = placeOf(sha256);
      await makeFolder(dirname(place));
      if (await exists(place)) {
        // Another process may have renamed it a moment ago and not have come to this.
        await syncFolder(dirname(place));
        return;
      }
      // Written aside and renamed: whatever happens in between, no reader ever meets half a file.
      const aside = `${place}.${randomUUID()}.part`;
      try {
        await writeDurably(aside, bytes);
        await rename(aside, place);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
      await syncFolder(dirname(place));
    },

    async get(sha256) {
      if (!SHA256.test(sha256)) return null;
      const bytes = await readFile(placeOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (bytes && createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new Error(`the evidence ${sha256} has changed on the disk`);
      }
      return bytes;
    },
  };
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

/** A new name in a folder is durable only when the folder itself has been synced. Windows cannot and need not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
