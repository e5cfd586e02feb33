import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { CaseFile } from '../../core/case/case-file.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import { CaseStatus } from '../../core/case/status.ts';
import { type Case, emptyCase, evolveCase } from '../../core/case/evolve.ts';
import type { Store } from '../../stores/store.ts';
import { CASE, caseStream } from '../streams.ts';

const PAGE = 500;
export const SCHEMA_FILE = 'case.schema.json';

/** Said to the operator as it is; the command ends with exit code 1. */
export class OperatorError extends Error {}

/**
 * `npm run cases`: lists the cases, newest first; `show <number>` prints one as JSON; `schema [file]` writes the JSON
 * Schema of that JSON. Returns what to print.
 */
export async function casesCommand(store: Store, args: string[]): Promise<string> {
  const [verb = 'list', argument] = args;
  if (verb === 'list') return list(store);
  if (verb === 'show' && argument !== undefined) return show(store, argument);
  if (verb === 'schema') return writeSchema(argument ?? SCHEMA_FILE);
  throw new OperatorError(
    'usage: npm run cases | npm run cases -- show <number> | npm run cases -- schema [file]',
  );
}

async function load(store: Store, number: string): Promise<Case> {
  const events = await store.read(caseStream(number));
  return events.map(stored => stored.event as CaseEvent).reduce(evolveCase, emptyCase);
}

async function list(store: Store): Promise<string> {
  const rows: { filedAt: string; line: string }[] = [];
  for (let after = ''; ; ) {
    const streams = await store.streams(CASE, after, PAGE);
    const last = streams.at(-1);
    if (last === undefined) break;
    after = last;
    for (const stream of streams) {
      const { file, status } = await load(store, stream.slice(CASE.length));
      if (!file) continue;
      const when = new Intl.DateTimeFormat('sv-SE', {
        timeZone: file.zone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      const filed = when.format(new Date(file.filedAt));
      const columns = [
        file.number,
        filed,
        status,
        file.negotiation.label,
        `${file.evidence.length} file(s)`,
        `answer by ${file.answerBy}`,
      ];
      rows.push({ filedAt: file.filedAt, line: columns.join('  ') });
    }
  }
  if (rows.length === 0) return 'No case has been filed yet.';
  return rows
    .sort((a, b) => b.filedAt.localeCompare(a.filedAt))
    .map(row => row.line)
    .join('\n');
}

async function show(store: Store, number: string): Promise<string> {
  const { file, status } = await load(store, number);
  if (!file) throw new OperatorError(`there is no case ${number}; npm run cases lists those that exist`);
  return JSON.stringify({ status, ...file }, null, 2);
}

async function writeSchema(path: string): Promise<string> {
  await writeFile(path, `${JSON.stringify(caseSchema(), null, 2)}\n`);
  return `written: ${path}`;
}

/** The JSON Schema of what `show` prints. */
export function caseSchema(): object {
  return z.toJSONSchema(ShownCase);
}

const ShownCase = CaseFile.extend({ status: CaseStatus.describe('Where the case stands.') });
