import type { ReadingContext, Recognised } from './recogniser.ts';
export function recognise(text: string, context: ReadingContext): Recognised[] {
  const found: Recognised[] = [];
  for (const m of text.matchAll(/(\d+(?:\.\d+)?)元?/g)) { const fen = Math.round(Number(m[1]) * 100); found.push({ kind: 'money', start: m.index, end: m.index + m[0].length, words: m[0], rule: 'x', certainty: 'stated', candidates: [{ kind: 'money', lo: fen, hi: fen, currency: 'CNY', approx: false }] }); }
  if (context.asked?.kind === 'counterparty' && text.length < 20) found.push({ kind: 'counterparty', start: 0, end: text.length, words: text, rule: 'x', certainty: 'stated', candidates: [{ kind: 'counterparty', name: text }] });
  return found;
}
