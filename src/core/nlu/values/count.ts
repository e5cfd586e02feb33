import type { CountValue } from '../../knowledge/value.ts';
import { type NumberFound, ONE } from '../../language/number.ts';
import { rangeOf } from '../../language/number-range.ts';
import { numbersIn } from '../../language/numbers-in.ts';
import { limitBefore, limited, limitsAround } from './limits.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

type Unit = CountValue['unit'];

/**
 * Units with how many of `unit` one is, a week being seven days, and what they begin with. The first that fits counts.
 */
const UNITS: [unit: Unit, times: number, starts: string, words: RegExp][] = [
  [
    'month',
    1,
    '个多来月m',
    / ?(?:个半?)?(?<more>多|来)?月(?!饼|球|亮|卡|租|薪|供|[初底中末]|\d)|[ -]?months?\b/y,
  ],
  [
    'day',
    1,
    '多天个wbd',
    / ?(?<more>多)?(?:天(?![猫气然下津天哪啊价])|个工作日)|[ -]?(?:working |business )?days?\b/y,
  ],
  [
    'day',
    7,
    '个多星礼周w',
    / ?个?(?<more>多)?(?:星期(?![一二三四五六日天几])|礼拜(?![一二三四五六日天几])|周(?![一二三四五六日年边末转期岁]))|[ -]?weeks?\b/y,
  ],
  ['year', 1, '多年y', / ?(?<more>多)?年(?![级轻龄费货味初底末中会薪终纪化月检度份前后]|\d)|[ -]?years?\b/y],
  ['instalments', 1, '个多期i', / ?个?(?<more>多)?期(?![间待望限权])|[ -]?instal+ments?\b/y],
  [
    'times',
    1,
    '多次回遍趟通个t',
    / ?(?<more>多)?(?:次(?![日品元])|回(?![来去了给复信访头家])|遍(?!地)|趟|通电话|个电话)|[ -]?times\b/y,
  ],
  [
    'people',
    1,
    '多个人位名p',
    / ?(?:多)?(?:个人(?![信资账隐贷])|人(?![民家工就没跑不也却说都生品])|位(?![数置])|名(?![字称义单下]))|[ -]?(?:people|persons?)\b/y,
  ],
  [
    'pieces',
    1,
    '多件个张台部盒箱瓶双套只条本包份单把ipu',
    / ?(?<more>多)?(?:件(?!事)|个(?!半?(?:小时|钟头|钟|价)|多?月|星期|礼拜|[wk万亿人小百]|工作日|电话|性|体|人)|张|台|部(?!分)|盒|箱|瓶|双(?!倍|十)|套(?!路|餐|现)|只(?![有是退给能要肯想剩收发用付])|条(?!例|件|款)|本(?![来人金是应该身])|包(?!邮)|份|单(?![独纯方])|把(?=[^我他它钱]))|[ -]?(?:items?|pieces?|pcs|units?)\b/y,
  ],
];
/** The units that may follow a number, by the character right behind it; a blank or a hyphen tells nothing. */
const UNITS_BY_START = new Map(
  Array.from(` -${UNITS.map(([, , starts]) => starts).join('')}`, start => [
    start,
    UNITS.filter(([, , starts]) => ' -'.includes(start) || starts.includes(start)),
  ]),
);
/** 半 stands before these only: 半年, 半个月. */
const HALVES: [words: RegExp, unit: Unit, amount: number][] = [
  [/(?<![一二两三四五六七八九十\d个年月天上下前后大小多])半年(?!报)/g, 'month', 6],
  [/(?<![一二两三四五六七八九十\d个年月天上下前后])半个月/g, 'day', 15],
];
const TO = /^ ?(?:天|个月|年|次|期|件|个|days?|months?)? ?(?:[-~–—至]|到(?!期)|to|or|或者?) ?$/;
/** Nobody tells of more in one message. */
const MOST = 50;
/** What makes it a date, an ordinal or a share and no count. */
const ORDINAL = /(?:第|周|星期|礼拜|分之|农历|每|[\d.][-/:：.])$/;
const AGO = /^ ?(?:之前|以前|前(?!后)|以后|之后|后|ago\b|later\b|earlier\b)/;
/** Counts of days, months, instalments, times, things and people. A point in time (三天前, 第3天) is none unless asked. */
export const count: Recogniser<CountValue> = (text, { asked }) => {
  const isAsked = asked?.kind === 'count';
  const found: Recognised<CountValue>[] = [];
  const numbers = numbersIn(text);
  for (let at = 0; at < numbers.length && found.length < MOST; at++) {
    const [first, second] = [numbers[at], numbers[at + 1]];
    if (!first) continue;
    const range = second && rangeOf(text, first, second, TO);
    const read = (range && countedAt(text, range, isAsked)) || countedAt(text, first, isAsked);
    const last = found.at(-1);
    if (!read) continue;
    const joined = last && joins(text, last, read);
    if (joined) found[found.length - 1] = joined;
    else found.push(read);
    while ((numbers[at + 1]?.start ?? Number.POSITIVE_INFINITY) < read.end) at++;
  }
  const half = halves(text);
  return half.length === 0 ? found : [...found, ...half].sort((a, b) => a.start - b.start);
};

function halves(text: string): Recognised<CountValue>[] {
  if (!text.includes('半')) return [];
  return HALVES.flatMap(([pattern, unit, amount]) =>
    Array.from(text.matchAll(pattern), match => {
      const end = match.index + match[0].length;
      const more = /^多/.test(text.slice(end, end + 1));
      const approx = more || unit === 'day' || limitBefore(text, match.index)?.bound === 'about';
      return recognised(text, match.index, end, {
        kind: 'count',
        lo: amount,
        hi: more ? amount * 2 : amount,
        unit,
        approx,
      });
    }),
  );
}

function countedAt(text: string, number: NumberFound, isAsked: boolean): Recognised<CountValue> | null {
  const { start, readings } = number;
  const units = UNITS_BY_START.get(text.charAt(number.end)) ?? [];
  if (units.length === 0 && !isAsked) return null;
  const before = text.slice(Math.max(0, start - 16), start);
  if (ORDINAL.test(before) || /[a-z]$/.test(before)) return null;
  const unit = units.find(([, , , words]) => {
    words.lastIndex = number.end;
    return words.test(text);
  });
  if (!unit) return isAsked ? bare(text, number) : null;
  const [name, times, , words] = unit;
  words.lastIndex = number.end;
  const match = words.exec(text);
  let end = number.end + (match?.[0].length ?? 0);
  if (isDate(text.slice(start, end), name, number)) return null;
  if (!isAsked && AGO.test(text.slice(end, end + 8))) return null;

  const half =
    /^半(?!年|天|个|夜)/.test(text.slice(end, end + 2)) ||
    (name === 'month' && /个半月$/.test(text.slice(start, end)));
  if (half && text.charAt(end) === '半') end++;
  const more = match?.groups?.['more'] === '多' || /^多(?!少|次|天)/.test(text.slice(end, end + 2));
  const limits = limitsAround(text, start, end);
  const about = number.approx || more || limits.about;
  const candidates = readings.map(({ lo, hi }): CountValue => {
    const [scale, unitOf]: [number, Unit] = half && name === 'year' ? [12, 'month'] : [1, name];
    const low = (lo / ONE + (half ? 0.5 : 0)) * times * scale;
    const high = (hi / ONE + (half ? 0.5 : 0) + (more ? 1 : 0)) * times * scale;
    return { kind: 'count', ...limited(low, high, limits), unit: unitOf, approx: about };
  });
  return {
    ...recognised(
      text,
      start,
      end,
      candidates[0] ?? { kind: 'count', lo: null, hi: null, unit: name, approx: false },
    ),
    candidates,
  };
}

/** 3月 is March and 2023年 a year, 个 or not. */
function isDate(words: string, unit: Unit, { plain, readings }: NumberFound): boolean {
  if (unit === 'month') return !/个|month/.test(words) && !/^[俩仨]/.test(words);
  if (unit !== 'year' || /year/.test(words)) return false;
  return (
    (readings[0]?.lo ?? 0) >= 1000 * ONE ||
    (plain && /^\d{2}年/.test(words)) ||
    /^[零一二三四五六七八九]{2,4}年/.test(words)
  );
}

/** A number alone in answer to a count: how long or how often, nobody said, so the likely units are offered. */
function bare(text: string, number: NumberFound): Recognised<CountValue> | null {
  const around = text.slice(0, number.start) + text.slice(number.end);
  if (
    text.length > 24 ||
    !/^[\s，。,.!！?？]*(?:大概|大约|差不多|有|快|应该是?|是)?[\s，。,.!！?？]*(?:吧|左右|了)?[\s，。,.!！?？]*$/.test(
      around,
    )
  )
    return null;
  const { lo, hi } = number.readings[0] ?? { lo: 0, hi: 0 };
  const value = { kind: 'count' as const, lo: lo / ONE, hi: hi / ONE, approx: number.approx };
  const units: Unit[] = ['day', 'month', 'none'];
  return {
    ...recognised(text, number.start, number.end, { ...value, unit: 'none' }),
    candidates: units.map(unit => ({ ...value, unit })),
  };
}

/** 一年零两个月 is fourteen months; 一个月零五天 is 33 to 36 days. */
function joins(
  text: string,
  first: Recognised<CountValue>,
  second: Recognised<CountValue>,
): Recognised<CountValue> | null {
  if (!/^ ?(?:零|又|and )?$/.test(text.slice(first.end, second.start))) return null;
  const [large, small] = [first.candidates[0], second.candidates[0]];
  if (!large || !small || large.lo === null || large.hi === null || small.lo === null || small.hi === null)
    return null;
  const steps: Record<string, [lo: number, hi: number]> = {
    'year-month': [12, 12],
    'month-day': [28, 31],
    'year-day': [365, 366],
  };
  const step = steps[`${large.unit}-${small.unit}`];
  if (!step) return null;
  const approx = large.approx || small.approx;
  const value: CountValue = {
    kind: 'count',
    lo: large.lo * step[0] + small.lo,
    hi: large.hi * step[1] + small.hi,
    unit: small.unit,
    approx,
  };
  return recognised(text, first.start, second.end, value);
}

function recognised(text: string, start: number, end: number, value: CountValue): Recognised<CountValue> {
  return {
    kind: 'count',
    start,
    end,
    words: text.slice(start, end),
    rule: `count-${value.unit}`,
    certainty: 'stated',
    candidates: [value],
  };
}
