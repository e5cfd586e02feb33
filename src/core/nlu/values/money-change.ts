import { asciiDigits } from '../../language/zh-CN/numeral-parts.ts';
import { COUNTED } from '../../language/zh-CN/numerals.ts';
import { type NumberFound, ONE, type Reading } from '../../language/number.ts';
import { numbersIn } from '../../language/numbers-in.ts';
import { type Unit, unitAfter } from './money-unit.ts';

/** An amount with what follows its unit: its readings in fen, and where it ends. */
export interface WithChange {
  readings: Reading[];
  end: number;
  /** 块多: a little more than was said. */
  isMore: boolean;
}

const DIGIT = '[\\d一二两三四五六七八九壹贰叁肆伍陆柒捌玖]';
const CHANGE = new RegExp(
  `又?(?<zero>零)?(?:(?<tenths>零|${DIGIT}) ?[毛角](?: ?零?(?<hundredths>${DIGIT}) ?分?)?|(?<fen>\\d{1,2}|${DIGIT}) ?分(?!\\d|钟)|(?<bare>\\d{1,2}|${DIGIT}{1,2}))`,
  'y',
);
const MORE = / ?(?:(?<half>半)(?![年天个月小])|多钱?(?![少额次]))/y;
const WHOLE = / ?[整正](?![在好个要式常])/y;
/** 三万五 in 三万五元. */
const SHORT = /[百千万wk][1-9一二三四五六七八九]$/;
/** What follows the 9 of 29元9, which may be tenths of a yuan or a slip. */
const LAST = /^(?:\s*$|[，。,.!！?？\n]|包邮|的|吧)/;
const FOREIGN_CHANGE = /(?: ?(?:又|零|and))? ?(\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]?)/y;

/** What any of them begins with. */
const MAY_FOLLOW = new Set(' 半多整正又零0123456789一二两三四五六七八九壹贰叁肆伍陆柒捌玖十a');

/** Adds what follows the unit of an amount: 块九, 三毛, 半, 多, 整. */
export function withChange(text: string, unit: Unit, readings: Reading[], number: NumberFound): WithChange {
  if (!MAY_FOLLOW.has(text.charAt(unit.edge)))
    return { readings: doubted(text, readings, number), end: unit.edge, isMore: false };
  const added = moreAfter(text, unit, readings) ?? {
    ...(coinsAfter(text, unit, readings) ??
      restAfter(text, unit, readings) ?? { readings: doubted(text, readings, number), end: unit.edge }),
    isMore: false,
  };
  WHOLE.lastIndex = added.end;
  return WHOLE.test(text) ? { ...added, end: WHOLE.lastIndex } : added;
}

/** 两块半, 500块多. */
function moreAfter(text: string, unit: Unit, readings: Reading[]): WithChange | null {
  MORE.lastIndex = unit.edge;
  const match = unit.fen === 100 ? MORE.exec(text) : null;
  if (!match) return null;
  const isMore = match.groups?.['half'] === undefined;
  const more = ({ lo, hi }: Reading): Reading =>
    isMore ? { lo, hi: hi + lastPlace(hi) } : { lo: lo + 50, hi: hi + 50 };
  return { readings: readings.map(more), end: MORE.lastIndex, isMore };
}

/** One step of the last place that was said, in fen: 500块多 lies below 600. */
const lastPlace = (fen: number): number => 10 ** (/0*$/.exec(String(fen))?.[0].length ?? 0);

function coinsAfter(text: string, unit: Unit, readings: Reading[]): Omit<WithChange, 'isMore'> | null {
  const change = unit.fen > 1 ? changeAfter(text, unit) : null;
  if (!change || !Number.isInteger((readings[0]?.lo ?? 0) / unit.fen)) return null;
  const added = ({ lo, hi }: Reading): Reading[] =>
    change.fen.filter(fen => fen < 100 || lo % 10_000 === 0).map(fen => ({ lo: lo + fen, hi: hi + fen }));
  return { readings: readings.flatMap(added), end: change.end };
}

/** 零五百 in 一万元零五百 belongs to the amount, for sure where it has a unit of its own. */
function restAfter(text: string, unit: Unit, readings: Reading[]): Omit<WithChange, 'isMore'> | null {
  if (text.charAt(unit.edge) !== '零') return null;
  const number = numbersIn(text).find(
    ({ start, readings: [value] }) =>
      start >= unit.edge && start <= unit.edge + 1 && (value?.lo ?? 0) >= 10 * ONE,
  );
  if (!number) return null;
  const rest = ((number.readings[0]?.lo ?? 0) * 100) / ONE;
  const own = unitAfter(text, number.end);
  const sums = readings.map(({ lo, hi }) => ({ lo: lo + rest, hi: hi + rest }));
  return { readings: own ? sums : [...sums, ...readings], end: own?.edge ?? number.end };
}

/** 三万五元 is 35,000, or to the letter 30,005. */
function doubted(text: string, readings: Reading[], { start, end, multiplied }: NumberFound): Reading[] {
  const [only, another] = readings;
  const isShort = multiplied && text.charAt(end) === '元' && SHORT.test(text.slice(start, end));
  if (!only || another || !isShort || only.lo !== only.hi) return readings;
  const digit = only.lo % 10 ** (String(only.lo).length - 1);
  const step = /[1-9]/.exec(String(digit))?.[0];
  if (!step) return readings;
  const literal = only.lo - digit + Number(step) * 100;
  return [only, { lo: literal, hi: literal }];
}

/** 9 in 1299块9 and 五毛 in 三元五毛. `fen` has more than one where the words leave it open. */
function changeAfter(text: string, unit: Unit): { fen: number[]; end: number } | null {
  if (unit.currency !== 'CNY') return foreignChange(text, unit);
  CHANGE.lastIndex = unit.edge;
  const match = CHANGE.exec(text);
  if (!match?.groups) return null;
  let end = CHANGE.lastIndex;
  const { zero, tenths, hundredths, fen } = match.groups;
  let { bare } = match.groups;
  // In 九块九一个 the second digit counts what follows.
  if (bare?.length === 2 && !/\d/.test(bare) && continues(text, end)) {
    bare = bare.slice(0, 1);
    end--;
    if (!unit.colloquial) return null;
    return { fen: [valueOf(bare) * 10], end };
  }
  if (unit.fen === 10) {
    const digit = bare ?? fen;
    return digit?.length === 1 && !continues(text, end) ? { fen: [valueOf(digit)], end } : null;
  }
  if (tenths !== undefined)
    return { fen: [valueOf(tenths) * 10 + (hundredths ? valueOf(hundredths) : 0)], end };
  if (fen !== undefined) return { fen: [valueOf(fen)], end };
  if (bare === undefined || continues(text, end)) return null;
  if (!unit.colloquial) {
    const isLast = bare.length === 1 && !zero && LAST.test(text.slice(end, end + 2));
    return isLast ? { fen: [valueOf(bare) * 10, 0], end } : null;
  }
  // 一百块零八 may be a hundred and eight.
  if (zero !== undefined)
    return bare.length === 1 ? { fen: [valueOf(bare), valueOf(bare) * 100], end } : null;
  if (/^\d{2}$/.test(bare)) return { fen: [Number(bare)], end };
  const [first = '', second] = bare;
  const base = valueOf(first) * 10;
  return { fen: second === undefined ? [base] : [base + valueOf(second), base], end };
}

/** 三美分 in 两美元又三美分: a number of the same currency's cents. */
function foreignChange(text: string, unit: Unit): { fen: number[]; end: number } | null {
  FOREIGN_CHANGE.lastIndex = unit.edge;
  const digits = FOREIGN_CHANGE.exec(text)?.[1];
  const cents = digits ? unitAfter(text, FOREIGN_CHANGE.lastIndex) : null;
  if (!digits || cents?.fen !== 1 || cents.currency !== unit.currency) return null;
  const [tens = '', ones = ''] = digits.includes('十') ? digits.split('十') : ['0', digits];
  const fen = valueOf(tens || '一') * 10 + valueOf(ones);
  return { fen: [fen], end: cents.edge };
}

function continues(text: string, end: number): boolean {
  const next = text.slice(end, end + 2);
  return COUNTED.test(next) || /^[\d十百千万亿点wk元块][^包]?/.test(next) || /^,\d/.test(next);
}

/** The value of one digit, or of more in ASCII. */
const valueOf = (digits: string): number => Number(asciiDigits(digits));
