import type { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import { memoryFiles } from '../../src/evidence/memory/memory-files.ts';
import { sealedEvidence } from '../../src/evidence/sealed-evidence.ts';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { sqliteLedger } from '../../src/stores/sqlite/sqlite-ledger.ts';
import type { Store } from '../../src/stores/store.ts';

/** The operator's key of all tests. */
export const operatorKey = Buffer.alloc(32, 7);

export const memoryStore = (): Store => sealedStore(memoryLedger(), operatorKey);
export const sqliteStore = (file: string): Store => sealedStore(sqliteLedger(file), operatorKey);

export const memoryEvidence = ({ sealer }: Store = memoryStore()): EvidenceStore =>
  sealedEvidence(memoryFiles(), sealer);
