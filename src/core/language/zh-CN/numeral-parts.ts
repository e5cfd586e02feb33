/** A part of a written number. `digits` are ASCII digits (with a decimal point), whatever they were written in. */
export interface NumeralToken {
  is: 'arabic' | 'han' | 'few' | 'small' | 'big' | 'vague' | 'roughly' | 'half';
  start: number;
  end: number;
  digits: string;
  /** What a unit multiplies by; 1 for the rest. */
  unit: number;
}

const VALUES: Record<string, string> = {};
for (const [digit, ways] of [
  '零〇○',
  '一壹',
  '二两俩贰貳',
  '三仨叁参',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const way of ways) VALUES[way] = String(digit);
}
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
};

const ARABIC = String.raw`(?<arabic>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)`;
const DIGIT = '[零〇○一二三四五六七八九两俩仨壹贰貳叁参肆伍陆柒捌玖]';
/** 三点五万 is a decimal, 三点五十 a time: only before a unit of measure. */
const POINTED = String.raw`(?<pointed>(?:${DIGIT}?[十拾]${DIGIT}?|${DIGIT})点${DIGIT}{1,6}(?=[万亿w千百元块折倍]|个(?:百分点|w)))`;
const FIRST = new RegExp(
  String.raw`${ARABIC}|${POINTED}|(?<few>(?:好几|几|数)(?=个?[十百千万亿wk])|上(?=[百千万亿](?![度货川])))|(?<han>${DIGIT}+)|(?<small>[十拾]|[百千](?=[一二三五六八](?:$|[^一-鿿]|[块左上])|把[块元]|来块)|千(?=八百))`,
  'y',
);
const NEXT = new RegExp(
  String.raw`${ARABIC}|(?<few>几(?=[十百千]))|(?<han>${DIGIT}+)|(?<small>[十拾百佰千仟](?![克瓦米度]))|(?<big>个?(?:[万亿]|[wk](?![a-z])))|(?<vague>(?:多|余|几)(?![少亏额扣收付退还拿乎个次天年月])|[多几](?=个月|年|天|次|个))|(?<roughly>来(?=[块元万千百亿个w天件次年人期])|把(?=[块元万个]))|(?<half>半(?![年天个月小]))`,
  'y',
);
const KINDS = ['arabic', 'pointed', 'few', 'han', 'small', 'big', 'vague', 'roughly', 'half'] as const;

/** No number has more parts. Keeps the reading linear. */
const LONGEST = 20;

/** Splits what looks like one number from `start` on. Empty where none begins there. */
export function numeralTokens(text: string, start: number): NumeralToken[] {
  const tokens: NumeralToken[] = [];
  let at = start;
  let below = Number.POSITIVE_INFINITY;
  let breaks = 0;
  for (let pattern = FIRST; tokens.length < LONGEST; pattern = NEXT) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const kind = match && KINDS.find(name => match.groups?.[name] !== undefined);
    if (!match || !kind) break;
    const before = tokens.at(-1);
    if (before && kind === before.is && (kind === 'arabic' || kind === 'han')) break;
    if (kind === 'arabic' && before?.is === 'han') break;
    if ((kind === 'han' || kind === 'few') && before?.is === 'arabic') break;
    const unit = kind === 'small' || kind === 'big' ? meaning(match[0]).unit : 1;
    if (unit > 1) {
      if (kind === 'small' && unit >= below) breaks++;
      if (kind === 'big' && tokens.some(token => token.is === 'big' && token.unit === unit)) breaks++;
      if (breaks > 1) break;
      below = unit;
    }
    at += match[0].length;
    tokens.push({
      is: kind === 'pointed' ? 'han' : kind,
      start: at - match[0].length,
      end: at,
      ...meaning(match[0]),
    });
  }
  return tokens;
}

function meaning(words: string): { digits: string; unit: number } {
  if (words === '上') return { digits: '1', unit: 1 };
  const unit = UNITS[words.at(-1) ?? ''] ?? 1;
  const tens = /^(.?)[十拾](.?)点(.+)$/.exec(words);
  if (tens) {
    const [, ten = '', one = '', rest = ''] = tens;
    return { digits: `${asciiDigits(ten) || '1'}${asciiDigits(one) || '0'}.${asciiDigits(rest)}`, unit: 1 };
  }
  return { digits: asciiDigits(words.replaceAll(',', '').replace('点', '.')), unit };
}

function asciiDigits(words: string): string {
  return Array.from(words, character =>
    /[\d.]/.test(character) ? character : (VALUES[character] ?? ''),
  ).join('');
}
