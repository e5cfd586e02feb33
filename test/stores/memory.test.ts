import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { ledgerContract } from '../contracts/ledger-contract.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { memoryStore } from '../support/stores.ts';

storeContract('memory', async () => memoryStore());
ledgerContract('memory', async () => memoryLedger());
