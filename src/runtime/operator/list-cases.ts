import { CaseStatus } from '../../core/case/status.ts';
import { conversationOf } from '../../core/conversation/evolve.ts';
import { nowIn } from '../../core/language/day.ts';
import type { QueuePage, QueueRow } from '../../stores/ledger.ts';
import type { Store } from '../../stores/store.ts';
import { loadCase } from '../load-case.ts';
import { conversationEvents } from '../loaded-conversations.ts';
import { deskPage } from '../desk/desk-page.ts';
import { CASES } from '../queue-rows.ts';
import { CASE, CONVERSATION } from '../streams.ts';
import { OperatorError } from './operator-error.ts';

const PAGE = 50;

export interface ListFlags {
  status?: string | undefined;
  type?: string | undefined;
  /** `none`: those nobody looks after. */
  mediator?: string | undefined;
  /** Only who waits for a person, and all of them. */
  waiting: boolean;
  /** Where the page before ended. */
  after?: string | undefined;
}

/** A page of the cases, newest first, and who waits for a person, longest first. */
export async function listCases(store: Store, flags: ListFlags): Promise<string> {
  const { status, type, mediator, waiting, after } = flags;
  const cursor = after === undefined ? null : cursorOf(after);
  if (waiting) {
    const page = await waitingPage(store, cursor);
    const lines = await linesOf(page, row => waitingLine(store, row));
    return [...(lines.length > 0 ? lines : ['Nobody waits for a person.']), ...next(page, '--waiting ')].join(
      '\n',
    );
  }
  const wanted = status === undefined ? undefined : statusOf(status);
  const page = await store.queue.list({
    queue: CASES,
    order: 'newest',
    ...(wanted && { status: wanted }),
    ...(type !== undefined && { type }),
    ...(mediator !== undefined && { mediator: mediator === 'none' ? null : mediator }),
    cursor,
    limit: PAGE,
  });
  const lines = await linesOf(page, row => caseLine(store, row));
  const isAll = [status, type, mediator, after].every(flag => flag === undefined);
  const nothing = isAll ? 'No case has been filed yet.' : 'No case is like that.';
  const flagsAgain = Object.entries({ status, type, mediator })
    .map(([name, value]) => (value === undefined ? '' : `--${name} ${quoted(value)} `))
    .join('');
  return [
    ...(isAll ? await countsLine(store) : []),
    ...(lines.length > 0 ? lines : [nothing]),
    ...next(page, flagsAgain),
    ...(isAll ? await firstWaiting(store) : []),
  ].join('\n');
}

async function countsLine(store: Store): Promise<string[]> {
  const counts = await store.queue.counts(CASES);
  const parts = CaseStatus.options.flatMap(status => (counts[status] ? [`${counts[status]} ${status}`] : []));
  return parts.length > 0 ? [parts.join(', ')] : [];
}

async function firstWaiting(store: Store): Promise<string[]> {
  const page = await waitingPage(store, null);
  const lines = await linesOf(page, row => waitingLine(store, row));
  return [...lines, ...(page.cursor === null ? [] : ['all who wait: npm run cases -- --waiting'])];
}

const waitingPage = (store: Store, cursor: string | null): Promise<QueuePage> =>
  deskPage(store, { standings: ['urgent', 'waiting'], cursor, limit: PAGE });

const linesOf = (page: QueuePage, line: (row: QueueRow) => Promise<string>): Promise<string[]> =>
  Promise.all(page.rows.map(line));

async function caseLine(store: Store, { stream, status, mediator, deadline }: QueueRow): Promise<string> {
  const number = stream.slice(CASE.length);
  const { file } = (await loadCase(store, number)).state;
  if (!file) return `${number}  erased`;
  const { filedAt, zone, negotiation, evidence } = file;
  return [
    number,
    dayAndTime(zone, filedAt),
    status,
    negotiation.label,
    `${evidence.length} file(s)`,
    deadline === null ? 'nothing due' : `due ${deadline}`,
    mediator ?? 'nobody yet',
  ].join('  ');
}

async function waitingLine(store: Store, { stream, since, status }: QueueRow): Promise<string> {
  const { zone, filed } = conversationOf(conversationEvents(await store.read(stream)));
  const { number } = filed.at(-1) ?? { number: 'no case yet' };
  const what = status === 'urgent' ? 'IN DISTRESS OR DANGER' : 'waiting for a person';
  return `${what}  since ${dayAndTime(zone, since)}  ${number}  conversation ${stream.slice(CONVERSATION.length)}`;
}

function dayAndTime(zone: string, instant: string): string {
  const { day, clock } = nowIn(zone, instant);
  return `${day} ${clock}`;
}

function statusOf(text: string): CaseStatus {
  const status = CaseStatus.safeParse(text);
  if (!status.success)
    throw new OperatorError(`--status takes ${CaseStatus.options.join(', ')}, not ${text}`);
  return status.data;
}

/** A cursor is the store's own; for a shell it is written without quotes and spaces. */
function cursorOf(text: string): string {
  const cursor = Buffer.from(text, 'base64url');
  if (cursor.length === 0 || cursor.toString('base64url') !== text)
    throw new OperatorError('--after takes what the page before ended with');
  return cursor.toString();
}

const next = ({ cursor }: QueuePage, flags: string): string[] =>
  cursor === null
    ? []
    : [`more: npm run cases -- ${flags}--after ${Buffer.from(cursor).toString('base64url')}`];

const quoted = (text: string): string =>
  /^[\w-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
