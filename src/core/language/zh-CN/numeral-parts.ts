import { isPartOfWord } from './numeral-words.ts';

/**
 * A part of a written number. `digits` are ASCII digits (with a decimal point), whatever they were written in: of a
 * `point` those after it. `zero` says that the next digit stands for itself: 两千零八.
 */
export interface NumeralToken {
  is: 'arabic' | 'han' | 'point' | 'zero' | 'few' | 'small' | 'big' | 'vague' | 'roughly' | 'half';
  start: number;
  end: number;
  digits: string;
  /** What a unit multiplies by; 1 for the rest. */
  unit: number;
  /** Of 几 and its like, what they lie between. */
  between?: readonly [lo: number, hi: number];
}

const DIGITS = ['零〇○', '一壹', '二两俩贰貳', '三仨叁参', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const VALUES: Record<string, string> = Object.fromEntries(
  [...DIGITS, ...'0123456789.'].flatMap((ways, place) =>
    Array.from(ways, way => [way, place < DIGITS.length ? String(place) : way]),
  ),
);
const UNITS: Record<string, number> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  k: 1000,
  万: 10_000,
  w: 10_000,
  亿: 100_000_000,
  兆: 1_000_000_000_000,
};

/** What is said for a number that is not known, with the bounds of it. */
const FEW: Record<string, readonly [lo: number, hi: number]> = {
  几: [1, 10],
  数: [1, 10],
  好几: [1, 10],
  大几: [5, 10],
  上: [1, 1],
  百十: [100, 110],
  百儿八十: [80, 100],
  千儿八百: [800, 1000],
  万儿八千: [8000, 10_000],
};

type Kind = NumeralToken['is'];
const ONE_TO_NINE = '一二三四五六七八九壹贰貳叁参肆伍陆柒捌玖';
const DIGIT = `[零〇○${ONE_TO_NINE}两俩仨]`;
const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])\.\d+`;
const HAN = `${DIGIT}{1,40}`;
/** 百八 and 百八十, 千二百, 百把块: a unit without a digit of its own. */
const BARE_UNIT = [
  '[百千](?=[一二三五六八](?:$|[^一-鿿]|[块左上]))',
  '[百千万](?=把[块元]|来块)',
  `百(?=[${ONE_TO_NINE}]十)`,
  `千(?=[${ONE_TO_NINE}]百)`,
].join('|');
/** 兆 is a unit of numbers after numerals and among them, and of data elsewhere: 五兆六十二亿, but 500兆宽带. */
const TRILLION = String.raw`(?<=[${ONE_TO_NINE}十百千万两] ?)兆(?![字流宽网光带内赫瓦帕])|兆(?=[\d零${ONE_TO_NINE}两十元人]|[港美日欧]元)`;

/** What a number may begin with, each kind as the source of a regular expression. */
const FIRST = patternOf({
  arabic: ARABIC,
  few: '(?:[大好]?几|数)(?=个?[十百千万亿wk]|[块元毛分]钱)|上(?=[百千万亿](?![度货川]))|百十(?=[来多]?[块元个万])|[百千万]儿八[十百千]',
  han: HAN,
  small: `[十拾]|${BARE_UNIT}`,
});
/** What may follow within it. */
const NEXT = patternOf({
  arabic: ARABIC,
  few: '几(?=[十百千])',
  zero: String.raw`[零〇](?=[零〇]*(?:[\d${ONE_TO_NINE}十几]))`,
  han: HAN,
  small: '[十拾百佰]|[千仟](?![克瓦米伏赫])',
  big: `个?(?:[万亿]|${TRILLION}|[wk](?![a-z]))`,
  point: `点 ?[零〇${ONE_TO_NINE}](?: ?[零〇${ONE_TO_NINE}])*(?![十刻半分秒钟])`,
  vague: '(?:多|余|[大好]?几)(?![十百千少额乎个次天年月])|[多几](?=个月|年|天|次|个)|个多(?=[万亿wk])',
  roughly: '来(?=[块元万千百亿个w天件次年人期])|把(?=[块元万个])',
  half: '半(?![年天个月小])',
});

/** One group for each kind, in their order: to look at a few groups is quicker than to have them named. */
function patternOf(sources: Partial<Record<Kind, string>>): { pattern: RegExp; kinds: Kind[] } {
  const groups = Object.values(sources).map(source => `(${source})`);
  return { pattern: new RegExp(groups.join('|'), 'y'), kinds: Object.keys(sources) as Kind[] };
}

/** What may stand behind a blank within one number: 三千 八百, 7 万. 5 千 is one, 3万 500 is not. */
const AFTER_BLANK = new RegExp(
  String.raw` {1,3}(?=${DIGIT}(?!${DIGIT})|\d{1,3} ?[百千](?!\d)|[十百千](?![度货姓家分])|[万亿]|[多余几] ?[万亿]|点 ?[零〇${ONE_TO_NINE}])`,
  'y',
);
/** On a clock 点 ends the hour, and what is counted is counted whole: 晚上八点三个人, but 今天三点五折. */
const HOUR = /(?:[上中下]午|早[上晨]?|[晚夜][上里]?|凌晨|半夜|傍晚|今[天早晚]|明[天早晚]|昨[天晚]|[日号]) ?$/;
const MEASURED = /^ ?(?:[万亿千百元块折倍成%]|个百分点)/;
const COUNTED_WHOLE = /^(?:个?人|次|位|名|件|笔|单)/;

/** No number has more parts. Keeps the reading linear. */
const LONGEST = 32;

/** Splits what looks like one number from `start` on. Empty where none begins there. */
export function numeralTokens(text: string, start: number): NumeralToken[] {
  const tokens: NumeralToken[] = [];
  let at = start;
  let below = Number.POSITIVE_INFINITY;
  let breaks = 0;
  for (let parts = FIRST; tokens.length < LONGEST; parts = NEXT) {
    const before = tokens.at(-1);
    const from = before ? afterBlank(text, at, before) : at;
    const token = tokenAt(text, from, parts, before?.unit !== 10);
    if (!token || (before && !mayFollow(before, token))) break;
    if (token.is === 'point' && isHour(text, tokens, token.end)) break;
    if (token.unit > 1) {
      if (token.is === 'small' && token.unit >= below) breaks++;
      if (token.is === 'big' && tokens.some(({ is, unit }) => is === 'big' && unit === token.unit)) breaks++;
      if (breaks > 1) break;
      below = token.unit;
    }
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** `apart`: the characters may belong to a word instead; after 十 they do not: 二十四季. */
function tokenAt(text: string, start: number, parts: typeof FIRST, apart: boolean): NumeralToken | null {
  parts.pattern.lastIndex = start;
  const match = parts.pattern.exec(text);
  const is = match && parts.kinds.find((_, at) => match[at + 1] !== undefined);
  if (!match || !is) return null;
  let words = match[0];
  if (apart && (is === 'han' || (is === 'small' && parts === FIRST))) {
    let own = 0;
    while (own < words.length && !isPartOfWord(text, start + own)) own++;
    if (own === 0) return null;
    words = words.slice(0, own);
  }
  const token = { is, start, end: start + words.length };
  const between = is === 'few' ? FEW[words] : undefined;
  return between ? { ...token, digits: '', unit: 1, between } : { ...token, ...meaning(words) };
}

/** Where the next part begins, past a blank that does not part the number. */
function afterBlank(text: string, at: number, before: NumeralToken): number {
  if (text.charAt(at) !== ' ') return at;
  AFTER_BLANK.lastIndex = at;
  if (!AFTER_BLANK.test(text)) return at;
  const next = AFTER_BLANK.lastIndex;
  const isDigit = /[\d零〇一二三四五六七八九两]/.test(text.charAt(next));
  return isDigit && before.unit === 1 ? at : next;
}

function mayFollow(before: NumeralToken, { is }: NumeralToken): boolean {
  if (is === 'arabic') return before.is !== 'arabic' && before.is !== 'han' && before.is !== 'point';
  if (is === 'han') return before.is !== 'han' && before.is !== 'arabic' && before.is !== 'point';
  if (is === 'few') return before.is !== 'arabic';
  return is !== 'point' || before.is === 'han' || before.unit > 1;
}

function isHour(text: string, tokens: NumeralToken[], end: number): boolean {
  const start = tokens[0]?.start ?? 0;
  if (tokens.length > 3 || tokens.some(({ unit }) => unit > 10)) return false;
  const after = text.slice(end, end + 4);
  if (COUNTED_WHOLE.test(after)) return true;
  return !MEASURED.test(after) && HOUR.test(text.slice(Math.max(0, start - 4), start));
}

function meaning(words: string): { digits: string; unit: number } {
  // 三两千 is two or three of them.
  const digits = words === '三两' ? '23' : asciiDigits(words);
  return { digits, unit: UNITS[words.at(-1) ?? ''] ?? 1 };
}

/** The digits of a numeral, whatever they are written in, as ASCII; what is no digit falls away. */
export function asciiDigits(words: string): string {
  let digits = '';
  for (const character of words) digits += VALUES[character] ?? '';
  return digits;
}
