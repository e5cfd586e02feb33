import type { Quantity } from '../../core/knowledge/rule.ts';
import { normalize } from '../../core/language/normalize.ts';
import { type NumberFound, ONE } from '../../core/language/number.ts';
import { numbersIn } from '../../core/language/numbers-in.ts';
import type { Problems } from './problems.ts';
import type { KnowledgeFiles } from './read-knowledge.ts';
import { type SpokenText, spokenTexts } from './spoken-texts.ts';
import { showPath } from './yaml-source.ts';

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

/** The values of a rule and an authority's hours are the facts themselves; choices are what a person says of their own matter. */
const HOLDS_FACTS = new Set(['values', 'hours', 'choices']);

const digitsOf = (number: string): string => number.replace(/\D/g, '');

/**
 * Reports every number, period and amount that is spelled in a text of the bot's instead of being cited from a fact,
 * and every address. A number is written once, so that no second place goes on showing it when it changes, and one that
 * stands nowhere as a fact cannot be shown at all.
 * @returns the number of texts looked at
 */
export function checkSpokenNumbers(files: KnowledgeFiles, problems: Problems): number {
  const phones = new Map(
    files.authorities.flatMap(({ value }) => (value.phone ? [[digitsOf(value.phone), value.id]] : [])),
  );
  let seen = 0;
  for (const spoken of spokenTexts(files)) {
    seen++;
    if (spoken.path.some(step => HOLDS_FACTS.has(String(step)))) continue;
    checkText(spoken, files, phones, problems);
  }
  return seen;
}

function checkText(
  { source, path, text }: SpokenText,
  files: KnowledgeFiles,
  phones: Map<string, string>,
  problems: Problems,
): void {
  const say = (start: number, end: number, advice: string): void => {
    const words = text.slice(start, end).trim();
    problems.add(source, path, `${showPath(path)} spells ${words}; ${advice}`, words);
  };
  let rest = normalize(text).replace(NO_NUMBER, match => ' '.repeat(match.length));
  const contact = CONTACT.exec(rest);
  if (contact)
    say(contact.index, contact.index + contact[0].length, 'no address is shown; name an authority instead');

  // A hotline may be called by its number in a name or on a button, where nobody could cite.
  const isName = path.includes('name') || path.includes('label');
  for (const match of rest.matchAll(DIALLED)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const authority = phones.get(digitsOf(match[0]));
    if (authority === undefined && digitsOf(match[0]).length < 3) continue;
    const advice =
      authority === undefined
        ? 'only numbers of authorities.yaml may be shown, and they are cited'
        : `write {{authority.${authority}.phone}}`;
    if (authority === undefined || !isName) say(start, end, advice);
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
    const cited = citationsOf(number, unit, files) ?? 'it as a value of a rule in rules.yaml and cite that';
    say(number.start, number.end + (counted ?? '').length, `write ${cited}`);
  }
}

/** The facts that hold this very quantity. */
function citationsOf(
  { readings }: NumberFound,
  unit: Quantity['unit'] | null,
  files: KnowledgeFiles,
): string | null {
  const found = files.rules.flatMap(({ value: rule }) =>
    Object.entries(rule.values).flatMap(([name, value]) => {
      const isThis =
        'unit' in value && value.unit === unit && readings.some(one => one.lo === value.count * ONE);
      return isThis ? [`{{rule.${rule.id}.${name}}}`] : [];
    }),
  );
  return found.length > 0 ? found.join(' or ') : null;
}
