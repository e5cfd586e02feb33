import type { Mind } from '../../core/dialogue/mind.ts';
import type { Language } from '../../core/knowledge/localized.ts';
import { isSlotValue, type Value } from '../../core/knowledge/value.ts';
import { sayValue } from '../../core/language/say.ts';
import { type Act, actsOf } from '../../core/nlu/acts.ts';
import { facetsOf } from '../../core/nlu/facets.ts';
import { interpret } from '../../core/nlu/interpret.ts';
import type { Span } from '../../core/nlu/span.ts';

/**
 * `npm run knowledge -- read "…"`: how a message is understood, one act a line with the words it comes from. Returns
 * what to print.
 * @param moment the instant against which 昨天 is read, ISO 8601, and the zone in which its day begins
 */
export function readOf(
  message: string,
  language: Language,
  moment: { now: string; zone: string },
  mind: Mind,
): string {
  const context = { language, ...moment, asked: null, prefers: 'past' as const };
  const reading = interpret(message, mind.understanding, context);
  const words = (span: Span | null): string => (span ? `「${message.slice(span.start, span.end)}」` : '–');
  const lines = actsOf(reading).map(act => {
    const value = act.act === 'inform' ? reading.values.find(one => one.start === act.start) : undefined;
    const detail = [
      detailOf(act, language, words),
      words(act),
      value ? `${value.rule}, ${value.certainty}` : '',
    ];
    return `${act.act.padEnd(10)}${detail.filter(one => one !== '').join('  ')}`;
  });
  const types = reading.types.map(({ negotiation, score }) => `${negotiation} ${score}`);
  const named = Object.entries(facetsOf(reading)).filter(([, ids]) => ids.length > 0);
  return [
    ...(lines.length > 0 ? lines : ['No act was found.']),
    ...(types.length > 0 ? [`Types: ${types.join(', ')}`] : []),
    ...(named.length > 0
      ? [`Named: ${named.map(([facet, ids]) => `${facet} ${ids.join(', ')}`).join('; ')}`]
      : []),
  ].join('\n');
}

/** What no form can hold has no words of its own. */
const saidIn = (value: Value, language: Language): string =>
  isSlotValue(value) ? `${value.kind} ${sayValue(value, language)}` : JSON.stringify(value);

function detailOf(act: Act, language: Language, words: (span: Span | null) => string): string {
  switch (act.act) {
    case 'inform':
      return act.candidates.map(value => saidIn(value, language)).join(' or ');
    case 'correct':
      return `${words(act.old)} → ${words(act.new)}`;
    case 'choose':
      return `${act.slot} = ${act.value}`;
    case 'unsure':
      return act.reason;
    default:
      return '';
  }
}
