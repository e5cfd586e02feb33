import type { LexiconAct, SafetyKind } from '../knowledge/lexicon.ts';
import type { NonAnswer, Value } from '../knowledge/value.ts';
import type { Interpretation } from './interpret.ts';
import type { Span } from './span.ts';

/** One thing a person does by a message; most messages do several. */
export type Act = Span &
  (
    | { act: Exclude<LexiconAct, 'correct'> }
    /** Tells a value; several candidates where the words leave it open. */
    | { act: 'inform'; candidates: Value[] }
    | { act: 'correct'; old: Span | null; new: Span | null }
    | { act: 'choose'; slot: string; value: string }
    | { act: 'ask' }
    | { act: 'unsure'; reason: NonAnswer }
    | { act: SafetyKind }
  );

/** All acts of a message, in the order in which they are said; danger comes first. */
export function actsOf(reading: Interpretation): Act[] {
  const whole = { start: 0, end: reading.text.length };
  const acts: Act[] = [
    ...reading.acts.flatMap(({ act, start, end }) => (act === 'correct' ? [] : [{ act, start, end }])),
    ...reading.corrections.map(({ start, end, old, new: now }) => ({
      act: 'correct' as const,
      old,
      new: now,
      start,
      end,
    })),
    ...reading.values.map(({ candidates, start, end }) => ({
      act: 'inform' as const,
      candidates,
      start,
      end,
    })),
    ...reading.choices.map(({ slot, value, start, end }) => ({
      act: 'choose' as const,
      slot,
      value,
      start,
      end,
    })),
    ...reading.questions.map(({ start, end }) => ({ act: 'ask' as const, start, end })),
    ...(reading.nonAnswer ? [{ act: 'unsure' as const, reason: reading.nonAnswer, ...whole }] : []),
  ];
  return [
    ...reading.safety.map(kind => ({ act: kind, ...whole })),
    ...acts.sort((a, b) => a.start - b.start || b.end - a.end),
  ];
}
