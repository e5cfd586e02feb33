import type { AuditStream, Fault, StreamAudit } from '../audit.ts';
import type { Head, Ledger, LedgerRow } from '../ledger.ts';
import type { StreamEvent } from '../store.ts';
import { chainOf, endOf, lastVersion, LINK, NO_HASH } from './chain.ts';
import { Keyring } from './keyring.ts';
import { placeOf, snapshotPlace, unseal } from './seal.ts';

/** So often a stream is read again whose end moves while it is read. */
const MOST_READINGS = 5;

/** @param operatorKey 32 bytes that wrap the owners' keys */
export function auditStreams(ledger: Ledger, operatorKey: Uint8Array): AuditStream {
  const keys = new Keyring(ledger, operatorKey);

  return async stream => {
    const { rows, faults } = await settledRows(ledger, stream);
    const owner = rows[0]?.owner ?? '';
    const key = await keys.find(owner).catch(() => 'broken' as const);
    const audit: StreamAudit = { stream, owner, types: [], opened: key && [], faults: [] };
    if (key === 'broken' && rows[0]) faults.push(faultAt(rows[0], 0, 'has an owner whose key does not open'));
    let before: LedgerRow | null = null;
    for (const row of rows) {
      const fault = misplaced(row, before) ?? changed(row) ?? (isKey(key) ? open(row, key, audit) : null);
      if (fault) audit.faults.push(fault);
      audit.types.push(...row.types);
      before = row;
    }
    if (isKey(key)) faults.push(...(await snapshotFaults(ledger, stream, key)));
    audit.faults.push(...faults);
    return audit;
  };
}

const isKey = (key: Buffer | 'broken' | null): key is Buffer => typeof key === 'object' && key !== null;

async function snapshotFaults(ledger: Ledger, stream: string, key: Buffer): Promise<Fault[]> {
  const kept = await ledger.snapshot(stream);
  if (!kept) return [];
  try {
    unseal(key, snapshotPlace({ stream, version: kept.version }), kept.body);
    return [];
  } catch {
    return [{ stream, version: kept.version, type: null, what: 'has a snapshot that does not open' }];
  }
}

/** All rows of a stream and what is wrong with its end, which a writer may move between the two readings. */
async function settledRows(ledger: Ledger, stream: string): Promise<{ rows: LedgerRow[]; faults: Fault[] }> {
  for (let reading = 1; ; reading++) {
    const before = await ledger.head(stream);
    const rows = await ledger.read(stream, 0);
    const fault = endFault(stream, rows, before);
    if (!fault) return { rows, faults: [] };
    const after = await ledger.head(stream);
    const isStill = before?.version === after?.version && before?.hash === after?.hash;
    if ((isStill && reading > 1) || reading === MOST_READINGS) return { rows, faults: [fault] };
  }
}

function endFault(stream: string, rows: LedgerRow[], head: Head | null): Fault | null {
  const last = rows.at(-1);
  const end = last ? lastVersion(last) : 0;
  const fault = (version: number, what: string): Fault => ({
    stream,
    version,
    type: version === end ? (last?.types.at(-1) ?? null) : null,
    what,
  });
  if (!head) return fault(end, 'stands in a stream that no list names');
  if (head.version > end) return fault(end + 1, `is missing, and all after it up to ${head.version}`);
  if (last && head.version < end) return fault(head.version + 1, 'stands beyond the end of its stream');
  if (last && head.hash !== endOf(last)) return fault(end, 'is not the one with which its stream ended');
  if (last && head.owner !== last.owner) return fault(end, 'belongs to another owner than its stream');
  return null;
}

/** Whether a row follows on the one before it. */
function misplaced(row: LedgerRow, before: LedgerRow | null): Fault | null {
  const expected = before ? lastVersion(before) + 1 : 1;
  if (row.version > expected) return { ...faultAt(row, 0, 'is missing'), version: expected, type: null };
  if (row.version < expected) return faultAt(row, 0, 'stands there twice');
  if (row.previous !== (before ? endOf(before) : NO_HASH))
    return faultAt(row, 0, 'does not follow on the one before it');
  if (before && row.owner !== before.owner)
    return faultAt(row, 0, 'belongs to another owner than the one before');
  if (before && row.position <= before.position) return faultAt(row, 0, 'was put before an earlier one');
  return null;
}

/** Whether a row is as it was when its hashes were made. */
function changed(row: LedgerRow): Fault | null {
  const chain = chainOf(row);
  const first = row.types.findIndex(
    (_, at) => !chain.subarray(at * LINK, (at + 1) * LINK).equals(linkAt(row, at)),
  );
  if (first >= 0) return faultAt(row, first, 'is not what its hash was made of');
  return chain.length === row.chain.length ? null : faultAt(row, 0, 'has more hashes than events');
}

const linkAt = ({ chain }: LedgerRow, at: number): Uint8Array => chain.subarray(at * LINK, (at + 1) * LINK);

/** Adds the events of a row to what was opened. */
function open(row: LedgerRow, key: Uint8Array, audit: StreamAudit): Fault | null {
  try {
    const events = JSON.parse(unseal(key, placeOf(row), row.body).toString()) as StreamEvent[];
    audit.opened?.push(...events);
    const astray = row.types.findIndex((type, at) => events[at]?.type !== type);
    if (astray >= 0) return faultAt(row, astray, 'is of another type than is said of it');
    return events.length === row.types.length ? null : faultAt(row, 0, 'holds more than is said of it');
  } catch {
    return faultAt(row, 0, 'does not open with the key of its owner');
  }
}

const faultAt = (row: LedgerRow, at: number, what: string): Fault => ({
  stream: row.stream,
  version: row.version + at,
  type: row.types[at] ?? null,
  what,
});
