import { parseArgs } from 'node:util';
import type { Calendar } from '../../core/calendar/calendar.ts';
import { CaseOutcome } from '../../core/case/outcome.ts';
import { CaseStatus } from '../../core/case/status.ts';
import type { Store } from '../../stores/store.ts';
import { type Clock, systemClock } from '../clock.ts';
import { changeCase } from './change-case.ts';
import { changeDeadline, shownDeadlines } from './deadlines.ts';
import { existingCase, shownCase, writeCaseSchema } from './case-file.ts';
import { listCases } from './list-cases.ts';
import { OperatorError } from './operator-error.ts';
import { reindex } from './reindex.ts';
import { sheetText } from './sheet.ts';

const USAGE = [
  'usage: npm run cases [-- --status <status> --type <type> --mediator <name|none> --waiting --after <cursor>]',
  'npm run cases -- sheet <number>',
  'npm run cases -- show <number>',
  `npm run cases -- status <number> <${CaseStatus.options.join('|')}> [reason] [--by <name>]`,
  `npm run cases -- status <number> closed [reason] --outcome <${CaseOutcome.options.join('|')}>`,
  'npm run cases -- assign <number> <mediator> [--by <name>]',
  'npm run cases -- deadlines <number>',
  'npm run cases -- deadline <number> <id> <pause|resume|meet> [reason] [--by <name>]',
  'npm run cases -- schema [file]',
  'npm run cases -- reindex',
].join('\n  or ');

/**
 * `npm run cases`: lists the cases, newest first, and who waits for a person; shows one (`sheet` to read, `show` as
 * JSON, `deadlines`); changes one (`status`, `assign`, `deadline`); writes the JSON Schema of what `show` prints; makes the lists anew from the
 * cases themselves (`reindex`). Returns what to print.
 */
export async function casesCommand(
  store: Store,
  calendar: Calendar,
  args: string[],
  clock: Clock = systemClock,
): Promise<string> {
  const { values: flags, positionals } = parseArgs({
    args,
    options: {
      /** The folder, which whoever opened the store has read. */
      data: { type: 'string' },
      status: { type: 'string' },
      type: { type: 'string' },
      mediator: { type: 'string' },
      waiting: { type: 'boolean', default: false },
      after: { type: 'string' },
      by: { type: 'string', default: 'operator' },
      outcome: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [verb = 'list', number, ...rest] = positionals;
  if (verb === 'list' && number === undefined) return listCases(store, flags);
  if (verb === 'schema' && rest.length === 0) return writeCaseSchema(number);
  if (verb === 'reindex' && number === undefined) return reindex(store, calendar);
  if (number === undefined) throw new OperatorError(USAGE);
  if (verb === 'show' && rest.length === 0) return shownCase(store, number);
  if (verb === 'sheet' && rest.length === 0) return sheetText((await existingCase(store, number)).file);
  if (verb === 'deadlines' && rest.length === 0) return shownDeadlines(store, calendar, number, clock);
  const [what, ...reason] = rest;
  if (verb === 'deadline' && what !== undefined && reason[0] !== undefined) {
    const [how, ...why] = reason;
    const order = { number, deadline: what, verb: how, reason: why.join(' '), by: flags.by };
    return changeDeadline(store, calendar, order, clock);
  }
  if (verb === 'status' && what !== undefined) {
    const change = statusChange(what, flags.outcome);
    return changeCase(store, number, { ...change, reason: reason.join(' '), by: flags.by }, clock);
  }
  if (verb === 'assign' && what !== undefined)
    return changeCase(store, number, { command: 'assign', mediator: rest.join(' '), by: flags.by }, clock);
  throw new OperatorError(USAGE);
}

function statusChange(to: string, cameOfIt: string | undefined) {
  const status = CaseStatus.safeParse(to);
  if (!status.success) throw new OperatorError(`a status is ${CaseStatus.options.join(', ')}, not ${to}`);
  const command = { command: 'change-status', status: status.data } as const;
  if (cameOfIt === undefined) return command;
  if (status.data !== 'closed') throw new OperatorError('only a case that is closed has an outcome');
  const outcome = CaseOutcome.safeParse(cameOfIt);
  if (!outcome.success)
    throw new OperatorError(`an outcome is ${CaseOutcome.options.join(', ')}, not ${cameOfIt}`);
  return { ...command, outcome: outcome.data };
}
