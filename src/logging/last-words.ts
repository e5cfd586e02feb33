import type { Log } from './log.ts';

/**
 * What nobody caught ends the process, and stands in the log as any other error does: Node would print it as it is, with
 * whatever its message quotes. All that was acknowledged is stored, so another process can go on.
 */
export function lastWords(log: Log): void {
  process.once('uncaughtException', error => {
    log.error(error, 0);
    process.exit(1);
  });
}
