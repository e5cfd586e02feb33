import { z } from 'zod';
import type { Value } from '../../src/core/knowledge/value.ts';
import { recognise } from '../../src/core/nlu/values/recognise.ts';
import { contextOf } from '../support/reading-context.ts';
import { argumentsFor, conclude, type Measured, textOf, type Verdict } from './tally.ts';

/**
 * One phrase a line: the value it holds, or null where nothing must be found. Money is in yuan, ours in fen. A date's
 * bounds are included in both. `approx`: the person was vague, so that only the lower bound is compared.
 */
const Case = z.object({
  text: z.string(),
  kind: z.enum(['money', 'date']),
  reference: z.string().optional(),
  prefer: z.enum(['past', 'future']).optional(),
  expect: z
    .object({
      lo: z.union([z.number(), z.string()]),
      hi: z.union([z.number(), z.string()]),
      approx: z.boolean(),
    })
    .nullable(),
});
type Case = z.infer<typeof Case>;

function measured(one: Case): Measured {
  const context = contextOf(one.kind);
  const found = recognise(one.text, {
    ...context,
    now: one.reference ? new Date(one.reference).toISOString() : context.now,
    prefers: one.prefer ?? context.prefers,
  }).filter(({ kind }) => kind === one.kind);
  const readings = found.map(({ candidates }) => candidates);
  return {
    input: one.text,
    verdict: verdictOn(readings, one.expect),
    expected: one.expect ? `${one.expect.lo} to ${one.expect.hi}` : 'nothing',
    got: readings.map(candidates => candidates.map(said).join(' or ')).join(' and ') || 'nothing',
  };
}

/** Several values where one is expected are a question as well: which of them was meant. */
function verdictOn(found: Value[][], expected: Case['expect']): Verdict {
  const readings = found.flat();
  if (!expected) return readings.length === 0 ? 'right' : 'wrong';
  if (readings.length === 0) return 'missed';
  const meant = readings.filter(value => agrees(value, expected));
  if (meant.length === 0) return readings.length === 1 ? 'wrong' : 'asked';
  return readings.length === 1 ? 'right' : 'asked';
}

function agrees(value: Value, { lo, hi, approx }: NonNullable<Case['expect']>): boolean {
  if (value.kind === 'money') return value.lo === fen(lo) && (approx || value.hi === fen(hi));
  return value.kind === 'date' && value.lo === lo && (approx || value.hi === hi);
}

const fen = (yuan: number | string): number => Math.round(Number(yuan) * 100);

const said = (value: Value): string =>
  value.kind === 'money' || value.kind === 'date'
    ? `${value.lo} to ${value.hi}${value.approx ? ' or so' : ''}`
    : value.kind;

const given = argumentsFor('values <file.jsonl>');
const cases = textOf(given.file)
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => Case.parse(JSON.parse(line)));
conclude('values', cases.map(measured), given);
