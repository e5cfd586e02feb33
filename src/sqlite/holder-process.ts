import { readFileSync, readlinkSync } from 'node:fs';

/** Of the fields behind the name in `/proc/<pid>/stat`: ticks from the boot to the start of the process. */
const STARTED = 19;

/** What tells processes apart: this boot of this machine, what its process numbers are told by, number, and start. */
interface Mark {
  boot: string;
  numbers: string;
  pid: number;
  started: string;
}

function startOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[STARTED] ?? '';
}

/** Null where the system does not tell. */
function markOf(pid: number): Mark | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return { boot, numbers: readlinkSync('/proc/self/ns/pid'), pid, started: startOf(pid) };
  } catch {
    return null;
  }
}

const SEPARATOR = '|';
const own = markOf(process.pid);

/** A holder of leases in a file, with the process in which it lives, as far as the system tells. */
export const inThisProcess = (holder: string): string =>
  own ? [holder, own.boot, own.numbers, own.pid, own.started].join(SEPARATOR) : holder;

/**
 * Whether a holder lives in a process of this machine that has ended for certain: nobody need wait for its leases to run
 * out. Never true of a process that cannot be seen from here, such as one in another container.
 */
export function hasEnded(holder: string): boolean {
  const [, boot, numbers, pid, started] = holder.split(SEPARATOR);
  if (!own || boot !== own.boot || numbers !== own.numbers) return false;
  try {
    return startOf(Number(pid)) !== started;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
