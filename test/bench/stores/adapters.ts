import { join } from 'node:path';
import type { Store } from '../../../src/stores/store.ts';
import { memoryStore, sqliteStore } from '../../support/stores.ts';

/** A kind of store, and how one is opened; opened again under the same name, it has what was written before. */
export interface Adapter {
  name: string;
  open(name: string): Store;
}

export interface Adapters {
  /** Those that keep what they are given when the process ends. */
  lasting: Adapter[];
  memory: Adapter;
  stop(): Promise<void>;
}

/** Everything that Parley can store in here, in a folder of its own. */
export async function startAdapters(folder: string): Promise<Adapters> {
  return {
    lasting: [{ name: 'SQLite', open: name => sqliteStore(join(folder, `${name}.db`)) }],
    memory: { name: 'memory', open: () => memoryStore() },
    stop: async () => {},
  };
}
