import { readFileSync } from 'node:fs';

/**
 * Milliseconds that the main threads of these processes have stood ready to run while others had the processor. What
 * a busy machine adds to an answer is no fault of the server. Zero where the system does not tell (it is Linux that does).
 */
export function waited(...processes: number[]): number {
  return processes.reduce((sum, id) => sum + waitedBy(id), 0);
}

function waitedBy(id: number): number {
  try {
    const [, nanoseconds = 0] = readFileSync(`/proc/${id}/task/${id}/schedstat`, 'utf8')
      .split(' ')
      .map(Number);
    return nanoseconds / 1e6;
  } catch {
    return 0;
  }
}
