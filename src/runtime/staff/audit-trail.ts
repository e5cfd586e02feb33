import type { AuditEntry, AuditNoted } from '../../core/staff/audit.ts';
import type { AuditLine, AuditPage, AuditQuery } from '../../console/staff.ts';
import type { Store } from '../../stores/store.ts';
import { streamNames } from '../../stores/stream-names.ts';
import { appendAtEnd } from '../commit.ts';
import { AUDIT, auditStream, STAFF_OWNER } from '../streams.ts';

/** Days read for one page; who looks for something rare is given the next page and goes on. */
const MOST_DAYS = 31;

/**
 * Writes a line into the audit of its day.
 * @param at instant at which it happened
 * @param cause names what happened; noted again under the same one, it stands there once
 */
export async function noteInAudit(
  store: Store,
  { entry, at, cause }: { entry: AuditEntry; at: string; cause: string },
): Promise<void> {
  const stream = auditStream(at.slice(0, 10));
  await appendAtEnd(store, {
    stream,
    owner: STAFF_OWNER,
    cause,
    at,
    events: [{ type: 'AuditNoted', entry }],
  });
}

/** A page of the audit, newest first. */
export async function auditPage(store: Store, query: AuditQuery): Promise<AuditPage> {
  const { cursor, limit } = query;
  const [from, before] = cursor === null ? ['9', Infinity] : placeOf(cursor);
  const days = (await daysUpTo(store, from)).filter(day => isWithin(day, query));
  const lines: AuditLine[] = [];
  for (const [read, day] of days.entries()) {
    if (read === MOST_DAYS) return { lines, cursor: `${day}@next` };
    const found = await linesOf(store, day, query);
    const wanted = day === from ? found.filter(({ version }) => version < before) : found;
    for (const { line, version } of wanted) {
      lines.push(line);
      if (lines.length === limit) return { lines, cursor: `${day}@${version}` };
    }
  }
  return { lines, cursor: null };
}

/** `@next`: all of that day is still to be read. */
function placeOf(cursor: string): [day: string, before: number] {
  const [day = '', version = ''] = cursor.split('@');
  return [day, version === 'next' ? Infinity : Number(version)];
}

const isWithin = (day: string, { since, until }: AuditQuery): boolean =>
  (since === null || day >= since) && (until === null || day <= until);

/** Days with anything in them, newest first. */
async function daysUpTo(store: Store, last: string): Promise<string[]> {
  const days: string[] = [];
  for await (const stream of streamNames(store, AUDIT)) days.push(stream.slice(AUDIT.length));
  return days.filter(day => day <= last).toReversed();
}

async function linesOf(
  store: Store,
  day: string,
  { who, what, about }: AuditQuery,
): Promise<{ line: AuditLine; version: number }[]> {
  const events = await store.read(auditStream(day));
  return events
    .map(({ at, version, event }) => ({ line: { at, ...(event as AuditNoted).entry }, version }))
    .filter(
      ({ line }) =>
        (who === null || line.who === who) &&
        (what === null || line.what === what) &&
        (about === null || line.about === about),
    )
    .toReversed();
}
