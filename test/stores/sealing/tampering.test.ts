import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryFiles } from '../../../src/evidence/memory/memory-files.ts';
import { sealedEvidence } from '../../../src/evidence/sealed-evidence.ts';
import { noProgress } from '../../../src/progress.ts';
import { type Verdict, Verification } from '../../../src/runtime/verification.ts';
import { auditStreams } from '../../../src/stores/sealing/audit-stream.ts';
import { sealedStore } from '../../../src/stores/sealing/sealed-store.ts';
import { sqliteLedger } from '../../../src/stores/sqlite/sqlite-ledger.ts';
import { to, told } from '../../contracts/store-contract.ts';
import { operatorKey, sqliteStore } from '../../support/stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-tampering-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const original = join(folder, 'original.db');
const STREAMS = ['conversation-a', 'conversation-b', 'conversation-c'];
const ROWS = 4;

beforeAll(async () => {
  const store = sqliteStore(original);
  for (let row = 0; row < ROWS; row++)
    for (const stream of STREAMS) {
      const events = [told(`m${row}`, `说了 ${row}`), told(`m${row}`, 'more')];
      await store.append({
        ...to(stream, row * 2, `c${row}`, ...events),
        owner: stream.slice('conversation-'.length),
      });
    }
  await store.saveSnapshot('conversation-a', 'a', 'format', 4, { any: 'state' });
  await store.close();
});

async function verdictOn(file: string): Promise<Verdict> {
  const ledger = sqliteLedger(file);
  const files = memoryFiles();
  const evidence = sealedEvidence(files, sealedStore(ledger, operatorKey).sealer);
  const audit = auditStreams(ledger, operatorKey);
  try {
    return await new Verification({ ledger, audit, files, evidence, progress: noProgress }).run();
  } finally {
    await ledger.close();
  }
}

let copies = 0;
/** What is found in a copy that somebody has had in their hands. */
async function after(tamper: (database: DatabaseSync) => void): Promise<Verdict> {
  const file = join(folder, `${++copies}.db`);
  copyFileSync(original, file);
  const database = new DatabaseSync(file);
  tamper(database);
  database.close();
  return verdictOn(file);
}

const flipped = (bytes: Uint8Array, at: number, bit: number): Uint8Array => {
  const changed = Uint8Array.from(bytes);
  const place = at % changed.length;
  changed[place] = (changed[place] ?? 0) ^ (1 << bit);
  return changed;
};

const stream = fc.constantFrom(...STREAMS);
const version = fc.integer({ min: 0, max: ROWS - 1 }).map(row => row * 2 + 1);
const row = fc.record({ stream, version });

type Tampering = (database: DatabaseSync) => void;
const where = 'WHERE stream = ? AND version = ?';

const changedByte: fc.Arbitrary<Tampering> = fc
  .record({ row, column: fc.constantFrom('body', 'chain'), at: fc.nat(), bit: fc.nat({ max: 7 }) })
  .map(({ row: of, column, at, bit }) => database => {
    const found = database
      .prepare(`SELECT ${column} AS bytes FROM appended ${where}`)
      .get(of.stream, of.version);
    database
      .prepare(`UPDATE appended SET ${column} = ? ${where}`)
      .run(flipped(found?.['bytes'] as Uint8Array, at, bit), of.stream, of.version);
  });

const changedStub: fc.Arbitrary<Tampering> = fc
  .record({
    row,
    change: fc.constantFrom(
      ['at', '2026-03-15T08:00:00.001Z'],
      ['cause', 'another'],
      ['owner', 'd'],
      ['types', 'UserSaid,CaseFiled'],
      ['types', 'UserSaid'],
      ['types', 'UserSaid,UserSaid,UserSaid'],
      ['previous', '0'.repeat(64)],
      ['version', 40],
      ['stream', 'conversation-elsewhere'],
    ),
  })
  .map(({ row: of, change: [column, value] }) => database => {
    database
      .prepare(`UPDATE appended SET ${column} = ? ${where}`)
      .run(value as string, of.stream, of.version);
  });

const swapped: fc.Arbitrary<Tampering> = fc
  .tuple(row, row, fc.constantFrom('body', 'chain', 'position'))
  .filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))
  .filter(([one, other, column]) => column !== 'position' || one.stream === other.stream)
  .map(([one, other, column]) => database => {
    const value = database.prepare(`SELECT ${column} AS value FROM appended ${where}`);
    const [first, second] = [one, other].map(
      of => value.get(of.stream, of.version)?.['value'] as Uint8Array | undefined,
    );
    const set = database.prepare(`UPDATE appended SET ${column} = ? ${where}`);
    if (column === 'position') set.run(1_000, one.stream, one.version);
    set.run(first ?? null, other.stream, other.version);
    set.run(second ?? null, one.stream, one.version);
  });

const dropped: fc.Arbitrary<Tampering> = row.map(of => database => {
  database.prepare(`DELETE FROM appended ${where}`).run(of.stream, of.version);
});

const COLUMNS = 'size, at, owner, types, previous, chain, body';
/** An append put once more at the end of its stream or another's, the end moved with it. */
const replayed: fc.Arbitrary<Tampering> = fc
  .record({ row, into: stream })
  .map(({ row: of, into }) => database => {
    database
      .prepare(
        `INSERT INTO appended (stream, version, cause, ${COLUMNS}) SELECT ?, ?, 'again', ${COLUMNS} FROM appended ${where}`,
      )
      .run(into, ROWS * 2 + 1, of.stream, of.version);
    database.prepare('UPDATE head SET version = version + 2 WHERE stream = ?').run(into);
  });

const other: fc.Arbitrary<Tampering> = fc
  .record({ stream, at: fc.nat(), bit: fc.nat({ max: 7 }) })
  .chain(({ stream: of, at, bit }) =>
    fc.constantFrom<Tampering[]>(
      database => void database.prepare('DELETE FROM head WHERE stream = ?').run(of),
      database => void database.prepare('UPDATE head SET version = 9 WHERE stream = ?').run(of),
      database => void database.prepare('UPDATE head SET version = 5 WHERE stream = ?').run(of),
      database => void database.prepare("UPDATE head SET hash = 'ff' WHERE stream = ?").run(of),
      database => void database.prepare("UPDATE head SET owner = 'd' WHERE stream = ?").run(of),
      database => void database.prepare('DELETE FROM key WHERE owner = ?').run(of.slice(-1)),
      database => void database.prepare('UPDATE key SET wrapped = NULL WHERE owner = ?').run(of.slice(-1)),
      database => {
        const found = database.prepare('SELECT wrapped FROM key WHERE owner = ?').get(of.slice(-1));
        const wrapped = flipped(found?.['wrapped'] as Uint8Array, at, bit);
        database.prepare('UPDATE key SET wrapped = ? WHERE owner = ?').run(wrapped, of.slice(-1));
      },
      database => {
        const found = database.prepare('SELECT body FROM snapshot').get();
        database.prepare('UPDATE snapshot SET body = ?').run(flipped(found?.['body'] as Uint8Array, at, bit));
      },
    ),
  );

describe('what somebody does to the file', () => {
  test('is told from what was written: an untouched file is found whole', async () => {
    expect(await verdictOn(original)).toEqual({
      streams: 3,
      events: STREAMS.length * ROWS * 2,
      files: 0,
      erased: 0,
      first: null,
      faults: 0,
    });
  });

  test.each(
    Object.entries({ changedByte, changedStub, swapped, dropped, replayed, other }),
  )('is found: %s', async (_, tampering) => {
    await fc.assert(
      fc.asyncProperty(tampering, async tamper => {
        const verdict = await after(tamper);
        expect(verdict.first).not.toBeNull();
        expect(verdict.faults).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  test('is named by its first event, and counted', async () => {
    const verdict = await after(database => {
      database.exec(
        "UPDATE appended SET types = 'UserSaid,CaseFiled' WHERE stream = 'conversation-b' AND version = 3",
      );
      database.exec("DELETE FROM appended WHERE stream = 'conversation-c' AND version = 7");
    });
    expect(verdict.first).toEqual({
      stream: 'conversation-b',
      version: 4,
      type: 'CaseFiled',
      what: 'is not what its hash was made of',
    });
    expect(verdict.faults).toBe(2);
  });
});
