import { memoryStore } from '../../src/stores/memory/memory-store.ts';
import { storeContract } from '../contracts/store-contract.ts';

storeContract('memory', async () => memoryStore());
