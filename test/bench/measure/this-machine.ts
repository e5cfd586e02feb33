import { statfsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';

/** Where and when a run was made, as it was when it began. */
export interface Machine {
  /** ISO 8601 in UTC. */
  at: string;
  node: string;
  processor: string;
  cores: number;
  /** Programs that wanted a processor, on average of the last minute. */
  load: number;
  /** So much else was being done that the figures are no more than lower bounds. */
  isBusy: boolean;
  /** Whether scratch files lie in memory, where a sync to disk costs nothing and proves nothing. */
  scratchInMemory: boolean;
}

const TMPFS = 0x01021994;
const BUSY = 0.5;

export function thisMachine(): Machine {
  const load = Math.round((loadavg()[0] ?? 0) * 100) / 100;
  return {
    at: new Date().toISOString(),
    node: process.version,
    processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
    cores: availableParallelism(),
    load,
    isBusy: load > BUSY,
    scratchInMemory: statfsSync(tmpdir()).type === TMPFS,
  };
}
