import { statfsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';

export interface Machine {
  node: string;
  processor: string;
  cores: number;
  /** Programs that wanted a processor when the run began, on average of the last minute. */
  load: number;
  /** Whether scratch files lie in memory, where a sync to disk costs nothing and proves nothing. */
  scratchInMemory: boolean;
}

const TMPFS = 0x01021994;

export const thisMachine = (): Machine => ({
  node: process.version,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  scratchInMemory: statfsSync(tmpdir()).type === TMPFS,
});
