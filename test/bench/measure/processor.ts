import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Seconds that processors have worked for this process: what else runs on the machine counts less than on the clock. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Hertz of the times in `/proc`; Linux has told programs 100 for decades, whatever its own clock does. */
const TICKS = 100;

/** Seconds that processors have worked for another process, all its threads; null where the system does not tell. */
export function processorSecondsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may have blanks; the fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return null;
  }
}

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/**
 * The command that runs a program on one core only, to stand before it.
 * @param core a core's number, or null for all of them; where cores cannot be chosen, all of them
 */
export const onCore = (core: number | null): string[] =>
  core === null || !canPin ? [] : ['taskset', '-c', String(core)];

/** What a reader of the figures must know of how they share the machine. */
export const pinning = canPin
  ? 'The server has one core of its own and the load generator another.'
  : 'Cores cannot be chosen here (one core only, or no taskset): server and load generator share what there is.';
