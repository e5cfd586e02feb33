/** A place for strings that outlives the page where the browser allows it. */
export interface Keep {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
  /** All keys that begin with `prefix`, in no particular order. */
  keys(prefix: string): string[];
}

/** For browsers that refuse storage, and for tests. */
export function memoryKeep(): Keep {
  const kept = new Map<string, string>();
  return {
    read: key => kept.get(key) ?? null,
    write: (key, value) => void kept.set(key, value),
    remove: key => void kept.delete(key),
    keys: prefix => [...kept.keys()].filter(key => key.startsWith(prefix)),
  };
}

interface BrowserStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Keeps in `storage`, and in memory what it refuses: a full or forbidden storage costs the life beyond
 * the page, never a word on it.
 */
export function storageKeep(storage: BrowserStorage): Keep {
  const memory = memoryKeep();
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const stored = () =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(key => key !== null);
  return {
    read: key => memory.read(key) ?? attempt(() => storage.getItem(key), null),
    write(key, value) {
      memory.remove(key);
      const isStored = attempt(() => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (!isStored) memory.write(key, value);
    },
    remove(key) {
      memory.remove(key);
      attempt(() => storage.removeItem(key), undefined);
    },
    keys: prefix => [
      ...new Set([...memory.keys(prefix), ...attempt(stored, []).filter(key => key.startsWith(prefix))]),
    ],
  };
}

/** Keeps in what `find` returns, or in memory where finding it already throws. */
export function keepIn(find: () => BrowserStorage): Keep {
  try {
    return storageKeep(find());
  } catch {
    return memoryKeep();
  }
}
