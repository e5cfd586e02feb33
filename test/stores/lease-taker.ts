// A process that takes a lease for an hour, says so, and does nothing more. Argument: the file.
import { sqliteLedger } from '../../src/stores/sqlite/sqlite-ledger.ts';

const ledger = sqliteLedger(process.argv[2] ?? '');
await ledger.lease('reactions', 'other', 3_600_000);
process.stdout.write('taken\n');
setInterval(() => {}, 1_000);
