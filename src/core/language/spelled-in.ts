import type { Quantity, Rule } from '../knowledge/rule.ts';
import { normalize } from './normalize.ts';
import { type NumberFound, ONE } from './number.ts';
import { numbersIn } from './numbers-in.ts';

/** What a number may count that a rule of law or procedure counts too, longest first. */
const UNITS: [unit: Quantity['unit'] | null, after: RegExp][] = [
  ['working-day', /^ ?(?:个?工作日|(?:working|business) days?\b)/],
  ['day', /^(?: ?个?(?:自然日|日|天)|[ -](?:calendar )?days?\b)/],
  ['month', /^(?: ?个月|[ -]months?\b)/],
  ['year', /^(?: ?(?:周年|年)|[ -]years?\b)/],
  ['hour', /^(?: ?个?(?:小时|钟头)|[ -]hours?\b)/],
  ['yuan', /^(?: ?(?:元|块)| yuan\b)/],
  ['times', /^(?: ?(?:倍|次)| times\b)/],
  ['percent', /^(?: ?%| per ?cent\b)/],
  [null, /^(?: ?(?:周|星期|分钟|期|点|岁)|[ -](?:weeks?|minutes?|instal\w+|o'clock|[ap]m)\b|:\d\d)/],
];

/** 一天, 一次 and one time count nothing a rule would. */
const SMALL_TALK = /^ ?(?:天|日|次|期|点|块|times?\b)/;

/** Digits long enough to be dialled, in groups or not. */
const DIALLED = /\+?\d[\d -]*\d{2}/g;

/** Ways to somebody that no fact vouches for. */
const CONTACT =
  /https?:|www\.|[\w-]\.(?:com|cn|net|org)\b|[\w.]+@[\w-]+\.|(?:微信|vx|wechat) ?(?:号|id|[:：]) ?[\w-]|\bqq ?(?:群|号|[:：]) ?\d/;

/** Put in later, or names: citations, parameters, articles of a law. */
const NO_NUMBER = /\{\{.*?\}\}|\{\w+\}|第[零一二三四五六七八九十百\d]+条|\barticles? \d+/gs;

/** The facts that numbers are cited from. */
export interface NumberFacts {
  /** Ids of authorities by the digits of their telephone numbers. */
  phones: ReadonlyMap<string, string>;
  rules: readonly Rule[];
}

/** What is written out where a fact would be cited; `start` and `end` lie in the normalised text. */
export type Spelled = { start: number; end: number; words: string } & (
  | { kind: 'address' }
  /** `authority`: whose number it is; null: nobody's that is known. */
  | { kind: 'number'; authority: string | null }
  /** `facts`: those that hold this very quantity, as they are cited. */
  | { kind: 'quantity'; facts: string[] }
);

export const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** Every number, period, amount and address that a text spells. */
export function spelledIn(text: string, { phones, rules }: NumberFacts): Spelled[] {
  const found: Spelled[] = [];
  const shown = normalize(text);
  const at = (start: number, end: number) => ({ start, end, words: text.slice(start, end).trim() });
  let rest = shown.replace(NO_NUMBER, match => ' '.repeat(match.length));
  const contact = CONTACT.exec(rest);
  if (contact) found.push({ ...at(contact.index, contact.index + contact[0].length), kind: 'address' });

  for (const match of rest.matchAll(DIALLED)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const authority = phones.get(digitsOf(match[0])) ?? null;
    if (authority === null && digitsOf(match[0]).length < 3) continue;
    found.push({ ...at(start, end), kind: 'number', authority });
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }

  for (const number of numbersIn(rest)) {
    const after = rest.slice(number.end, number.end + 24);
    const isPercent = rest.slice(0, number.start).endsWith('百分之');
    const [unit, counted] = isPercent
      ? (['percent', ''] as const)
      : (UNITS.map(([one, pattern]) => [one, pattern.exec(after)?.[0]] as const).find(([, words]) => words) ??
        []);
    if (unit === undefined || number.approx || rest.charAt(number.start - 1) === '第') continue;
    if (number.readings.every(({ lo, hi }) => lo === ONE && hi === ONE) && SMALL_TALK.test(after)) continue;
    const end = number.end + (counted ?? '').length;
    found.push({ ...at(number.start, end), kind: 'quantity', facts: citationsOf(number, unit, rules) });
  }
  return found;
}

function citationsOf(
  { readings }: NumberFound,
  unit: Quantity['unit'] | null,
  rules: readonly Rule[],
): string[] {
  return rules.flatMap(rule =>
    Object.entries(rule.values).flatMap(([name, value]) => {
      const isThis =
        'unit' in value && value.unit === unit && readings.some(one => one.lo === value.count * ONE);
      return isThis ? [`{{rule.${rule.id}.${name}}}`] : [];
    }),
  );
}
