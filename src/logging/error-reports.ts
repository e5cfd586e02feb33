import type { Metrics } from '../metrics/metrics.ts';
import { errorKind } from './error-kind.ts';
import type { Log } from './log.ts';
import { safeError } from './safe-error.ts';

/** Milliseconds in which the same error is written once: a full disk fails every message of everybody. */
const QUIET_FOR = 10_000;
/** Different errors remembered at a time. */
const MOST_KNOWN = 200;

/** Takes errors from everywhere: counts each, and writes each kind to the log once in a while. */
export function errorReports(log: Log, metrics: Metrics): (error: unknown) => void {
  const known = new Map<string, { writtenAt: number; leftOut: number }>();
  return error => {
    metrics.count('errors', errorKind(error));
    const { type, code, errcode, message, at } = safeError(error);
    const same = [type, code, errcode, message, at[0]].join(' ');
    const before = known.get(same);
    const now = performance.now();
    if (before && now - before.writtenAt < QUIET_FOR) {
      before.leftOut++;
      return;
    }
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(same, { writtenAt: now, leftOut: 0 });
    log.error(error, before?.leftOut ?? 0);
  };
}
