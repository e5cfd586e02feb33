/** A thread that opens new files at the very moment at which the others do. Posts what went wrong, if anything did. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { sqliteStore } from '../support/stores.ts';

interface Orders {
  folder: string;
  rounds: number;
  threads: number;
  arrived: SharedArrayBuffer;
}

const { folder, rounds, threads, arrived } = workerData as Orders;
const count = new Int32Array(arrived);
for (let round = 0; round < rounds; round++) {
  Atomics.add(count, 0, 1);
  while (Atomics.load(count, 0) < (round + 1) * threads);
  try {
    await sqliteStore(join(folder, `${round}.db`)).close();
  } catch (error) {
    parentPort?.postMessage(String(error));
  }
}
