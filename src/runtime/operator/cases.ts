import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { CaseFile } from '../../core/case/case-file.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import { CaseStatus } from '../../core/case/status.ts';
import { type Case, emptyCase, evolveCase } from '../../core/case/evolve.ts';
import type { Store } from '../../stores/store.ts';
import { conversationOf } from '../../core/conversation/evolve.ts';
import { nowIn } from '../../core/language/day.ts';
import { conversationEvents } from '../loaded-conversations.ts';
import { streamNames } from '../../stores/stream-names.ts';
import { CASE, CONVERSATION, caseStream } from '../streams.ts';
import { OperatorError } from './operator-error.ts';
import { sheetText } from './sheet.ts';

export const SCHEMA_FILE = 'case.schema.json';

/**
 * `npm run cases`: lists the cases, newest first, and who waits for a person; `sheet <number>` prints one for a mediator to read, `show <number>` as JSON; `schema [file]` writes the JSON
 * Schema of that JSON. Returns what to print.
 */
export async function casesCommand(store: Store, args: string[]): Promise<string> {
  const [verb = 'list', argument] = args;
  if (verb === 'list') return list(store);
  if (verb === 'show' && argument !== undefined) return show(store, argument);
  if (verb === 'sheet' && argument !== undefined) return sheetText((await existing(store, argument)).file);
  if (verb === 'schema') return writeSchema(argument ?? SCHEMA_FILE);
  throw new OperatorError(
    'usage: npm run cases | npm run cases -- sheet <number> | npm run cases -- show <number> | npm run cases -- schema [file]',
  );
}

async function load(store: Store, number: string): Promise<Case> {
  const events = await store.read(caseStream(number));
  return events.map(stored => stored.event as CaseEvent).reduce(evolveCase, emptyCase);
}

async function list(store: Store): Promise<string> {
  const rows: { filedAt: string; line: string }[] = [];
  for await (const stream of streamNames(store, CASE)) {
    const { file, status } = await load(store, stream.slice(CASE.length));
    if (!file) continue;
    const { number, filedAt, zone, negotiation, evidence, answerBy } = file;
    const columns = [
      number,
      dayAndTime(zone, filedAt),
      status,
      negotiation.label,
      `${evidence.length} file(s)`,
      `answer by ${answerBy}`,
    ];
    rows.push({ filedAt, line: columns.join('  ') });
  }
  const newestFirst = rows.sort((a, b) => b.filedAt.localeCompare(a.filedAt)).map(row => row.line);
  const cases = newestFirst.length > 0 ? newestFirst : ['No case has been filed yet.'];
  return [...cases, ...(await waitingForPerson(store))].join('\n');
}

/** The conversations in which somebody waits for a person, longest first. */
async function waitingForPerson(store: Store): Promise<string[]> {
  const waiting: { since: string; line: string }[] = [];
  for await (const stream of streamNames(store, CONVERSATION)) {
    const events = await store.read(stream);
    const state = conversationOf(conversationEvents(events));
    const asked = events.findLast(stored => stored.event.type === 'HandoffRequested');
    if (state.handoff !== 'requested' || !asked) continue;
    const { number } = state.filed.at(-1) ?? { number: 'no case yet' };
    const line = `waiting for a person  since ${dayAndTime(state.zone, asked.at)}  ${number}  conversation ${stream.slice(CONVERSATION.length)}`;
    waiting.push({ since: asked.at, line });
  }
  return waiting.sort((a, b) => a.since.localeCompare(b.since)).map(one => one.line);
}

function dayAndTime(zone: string, instant: string): string {
  const { day, clock } = nowIn(zone, instant);
  return `${day} ${clock}`;
}

async function existing(store: Store, number: string): Promise<{ file: CaseFile; status: CaseStatus }> {
  const { file, status } = await load(store, number);
  if (!file) throw new OperatorError(`there is no case ${number}; npm run cases lists those that exist`);
  return { file, status };
}

async function show(store: Store, number: string): Promise<string> {
  const { file, status } = await existing(store, number);
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
