import { z } from 'zod';
import type { Recognised } from '../../../src/core/nlu/values/recogniser.ts';
import { recognise } from '../../../src/core/nlu/values/recognise.ts';
import { contextOf } from '../../support/reading-context.ts';
import type { Measured, Verdict } from '../tally.ts';
import type { Case, Result } from './case.ts';
import { differenceOf } from './differences.ts';
import { inTheirShape, type Theirs } from './their-dates.ts';

const KINDS = new Set<string>(['date', 'duration', 'recurrence', 'now']);
const Values = z.object({
  values: z.array(z.record(z.string(), z.string())),
});

interface Ours {
  start: number;
  end: number;
  /** In their shape: what one who asks for the past is told, and one who asks for the future. */
  past: Theirs[];
  future: Theirs[];
}

/**
 * One phrase, read twice: as an answer to who asks for a day gone by and to who asks for a day to come. Where the phrase
 * leaves the year or the week open, the file lists both readings or the likelier one; so a result is right where its
 * values are what one of the two askers is told, or what both are told together. Several readings for one asker are a
 * question to the person.
 */
export function dateTime(one: Case): Measured {
  const ours = read(one);
  const unsaid = /:(\d\d)$/.exec(one.Context?.ReferenceDateTime ?? '')?.[1] ?? '00';
  const results = one.Results.map(result => ({ result, theirs: theirsOf(result, unsaid) }));
  const verdicts = results.map(({ result, theirs }) => verdictOn(result, theirs, ours));
  const surplus = ours.filter(found => !results.some(({ result }) => sameSpan(result, found)));
  if (surplus.length > 0) verdicts.push('wrong');
  const worst = (['wrong', 'missed', 'asked'] as const).find(verdict => verdicts.includes(verdict));
  return {
    input: one.Input,
    verdict: worst ?? 'right',
    expected: results.map(({ result, theirs }) => `${result.Text} ${said(theirs)}`).join('; ') || 'nothing',
    got:
      ours
        .map(({ start, end, past, future }) => {
          const both = said(past) === said(future) ? said(past) : `${said(past)} or ahead ${said(future)}`;
          return `${one.Input.slice(start, end)} ${both}`;
        })
        .join('; ') || 'nothing',
    contradicts: differenceOf(one.Input, worst ?? 'right'),
  };
}

function read(one: Case): Ours[] {
  const now = new Date(`${one.Context?.ReferenceDateTime ?? '2019-01-01T00:00:00'}Z`).toISOString();
  const ask = (prefers: 'past' | 'future'): Recognised[] =>
    recognise(one.Input, { ...contextOf('date'), zone: 'UTC', now, prefers }).filter(({ kind }) =>
      KINDS.has(kind),
    );
  const future = ask('future');
  return ask('past').map(found => {
    const ahead = future.find(({ start, end }) => start === found.start && end === found.end) ?? found;
    const shape = (side: Recognised): Theirs[] =>
      side.candidates.map(value => inTheirShape(value, side, now));
    return { start: found.start, end: found.end, past: shape(found), future: shape(ahead) };
  });
}

/**
 * Empty for a date that the file calls unresolved: 2月30日, which is no value to us.
 * @param unsaid the seconds of the reference, which 10分钟前 has in the file
 */
function theirsOf({ TypeName, Resolution }: Result, unsaid: string): Theirs[] {
  const { values } = Values.parse(Resolution);
  const isSet = TypeName.endsWith('.set');
  return values
    .filter(({ value }) => isSet || value !== 'not resolved')
    .map((value): Theirs => {
      // A length or a repetition is all in its timex; the seconds count every month as 30 days.
      const kept = isSet
        ? ['type', 'timex', 'value']
        : value['type'] === 'duration'
          ? ['type', 'timex']
          : WHAT;
      return Object.fromEntries(
        kept.flatMap(key => {
          const said = value[key];
          return said === undefined ? [] : [[key, said.replace(new RegExp(`:${unsaid}$`), ':00')]];
        }),
      );
    });
}

/** The rest of a value says how it came about. */
const WHAT = ['type', 'value', 'start', 'end', 'Mod'];

function verdictOn(result: Result, theirs: Theirs[], ours: Ours[]): Verdict {
  const found = ours.find(one => sameSpan(result, one));
  if (theirs.length === 0) return found ? 'wrong' : 'right';
  if (!found)
    return ours.some(({ start, end }) => start <= endOf(result) && startOf(result) < end)
      ? 'wrong'
      : 'missed';
  const { past, future } = found;
  if ([past, future, [...past, ...future]].some(told => sameSet(told, theirs))) return 'right';
  const isQuestion = past.length > 1 || future.length > 1;
  return isQuestion && theirs.every(one => [...past, ...future].some(told => same(told, one)))
    ? 'asked'
    : 'wrong';
}

const startOf = ({ Start }: Result): number => Start ?? 0;
const endOf = ({ Start, End, Text }: Result): number => End ?? (Start ?? 0) + Text.length - 1;

/** A preposition before a date belongs to it in some cases of the file and not in others of the same form. */
const LINK = /^(?:自从|从|自|由|于|在|=)\s*/;

function sameSpan(result: Result, { start, end }: { start: number; end: number }): boolean {
  const link = LINK.exec(result.Text)?.[0].length ?? 0;
  return endOf(result) === end - 1 && [startOf(result), startOf(result) + link].includes(start);
}

const same = (one: Theirs, other: Theirs): boolean => said([one]) === said([other]);
const sameSet = (some: Theirs[], others: Theirs[]): boolean =>
  some.every(one => others.some(other => same(one, other))) &&
  others.every(one => some.some(other => same(one, other)));

const said = (values: Theirs[]): string =>
  values
    .map(value =>
      Object.entries(value)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([key, one]) => (key === 'type' ? one : `${key} ${one}`))
        .join(' '),
    )
    .join(' | ');
