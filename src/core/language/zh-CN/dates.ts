/** How Mandarin names dates. Keys are words as they stand in normalised text; the grammar is in `nlu/values`. */

/** Days from today. */
export const DAYS: Record<string, number> = {
  大前天: -3,
  大前日: -3,
  前天: -2,
  前日: -2,
  前儿: -2,
  昨天: -1,
  昨日: -1,
  昨儿: -1,
  今天: 0,
  今日: 0,
  今儿: 0,
  明天: 1,
  明日: 1,
  明儿: 1,
  后天: 2,
  后日: 2,
  大后天: 3,
};

/** A day and a part of it in one word. */
export const DAY_PARTS: Record<string, { days: number; part: string }> = {
  前晚: { days: -2, part: '晚上' },
  昨早: { days: -1, part: '早上' },
  昨晚: { days: -1, part: '晚上' },
  昨夜: { days: -1, part: '晚上' },
  今早: { days: 0, part: '早上' },
  今晨: { days: 0, part: '早上' },
  今晚: { days: 0, part: '晚上' },
  今夜: { days: 0, part: '晚上' },
  明早: { days: 1, part: '早上' },
  明晚: { days: 1, part: '晚上' },
};

/** Years from this one. */
export const YEARS: Record<string, number> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  上一年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  后年: 2,
};

/** Months from this one. */
export const MONTHS: Record<string, number> = {
  上上个月: -2,
  大上个月: -2,
  上上月: -2,
  上个月: -1,
  上一个月: -1,
  上月: -1,
  这个月: 0,
  这月: 0,
  本月: 0,
  下个月: 1,
  下一个月: 1,
  下月: 1,
  下下个月: 2,
  下下月: 2,
};

/** Weeks from this one, by what stands before 周, 星期 or 礼拜. */
export const WEEKS: Record<string, number> = {
  上上上: -3,
  上上: -2,
  大上: -2,
  上: -1,
  上一: -1,
  这: 0,
  本: 0,
  这一: 0,
  下: 1,
  下一: 1,
  下下: 2,
};

/** Monday is 1. */
export const WEEKDAYS: Record<string, number> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 6,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
};

/** Thirds of a month, by what stands after 月. */
export const THIRDS: Record<string, 1 | 2 | 3> = {
  月初: 1,
  初: 1,
  上旬: 1,
  初头: 1,
  中旬: 2,
  月中: 2,
  下旬: 3,
  月底: 3,
  月末: 3,
  底: 3,
  末: 3,
};

/** Parts of a year as first and last month. 年初 and 年底 have no edge all agree on, so they are wide and vague. */
export const YEAR_PARTS: Record<
  string,
  { months: [number, number]; grain: 'half' | 'quarter' | 'month'; approx?: true }
> = {
  年初: { months: [1, 2], grain: 'quarter', approx: true },
  初: { months: [1, 2], grain: 'quarter', approx: true },
  开年: { months: [1, 2], grain: 'quarter', approx: true },
  年中: { months: [6, 7], grain: 'quarter', approx: true },
  年底: { months: [11, 12], grain: 'quarter', approx: true },
  年末: { months: [11, 12], grain: 'quarter', approx: true },
  年尾: { months: [11, 12], grain: 'quarter', approx: true },
  底: { months: [11, 12], grain: 'quarter', approx: true },
  末: { months: [11, 12], grain: 'quarter', approx: true },
  上半年: { months: [1, 6], grain: 'half' },
  前半年: { months: [1, 6], grain: 'half' },
  下半年: { months: [7, 12], grain: 'half' },
  后半年: { months: [7, 12], grain: 'half' },
  春天: { months: [3, 5], grain: 'quarter', approx: true },
  春季: { months: [3, 5], grain: 'quarter', approx: true },
  夏天: { months: [6, 8], grain: 'quarter', approx: true },
  夏季: { months: [6, 8], grain: 'quarter', approx: true },
  寒假: { months: [1, 2], grain: 'quarter', approx: true },
  暑假: { months: [7, 8], grain: 'quarter', approx: true },
  秋天: { months: [9, 11], grain: 'quarter', approx: true },
  秋季: { months: [9, 11], grain: 'quarter', approx: true },
};

/** Parts of a day, `until` not included; `late` adds twelve to hours below twelve. */
export const DAY_TIMES: Record<string, { from: number; until: number; late: boolean }> = {
  凌晨: { from: 0, until: 6, late: false },
  清晨: { from: 5, until: 9, late: false },
  大清早: { from: 5, until: 9, late: false },
  一大早: { from: 5, until: 9, late: false },
  大早上: { from: 5, until: 9, late: false },
  清早: { from: 5, until: 9, late: false },
  早间: { from: 5, until: 9, late: false },
  早上: { from: 5, until: 12, late: false },
  早晨: { from: 5, until: 12, late: false },
  上午: { from: 6, until: 12, late: false },
  中午: { from: 11, until: 14, late: true },
  下午: { from: 12, until: 18, late: true },
  午后: { from: 12, until: 18, late: true },
  傍晚: { from: 17, until: 20, late: true },
  晚上: { from: 18, until: 24, late: true },
  晚间: { from: 18, until: 24, late: true },
  夜里: { from: 18, until: 24, late: true },
  夜间: { from: 18, until: 24, late: true },
  半夜: { from: 18, until: 24, late: true },
  深夜: { from: 18, until: 24, late: true },
  早: { from: 5, until: 12, late: false },
  晚: { from: 18, until: 24, late: true },
};

/** Holidays on a solar date; `span` is how many days their holiday season has. */
export const SOLAR_HOLIDAYS: Record<string, { month: number; day: number; span?: number }> = {
  元旦: { month: 1, day: 1, span: 3 },
  情人节: { month: 2, day: 14 },
  妇女节: { month: 3, day: 8 },
  女神节: { month: 3, day: 8 },
  三八节: { month: 3, day: 8 },
  三八妇女节: { month: 3, day: 8 },
  '38节': { month: 3, day: 8 },
  消费者权益日: { month: 3, day: 15 },
  愚人节: { month: 4, day: 1 },
  五一: { month: 5, day: 1, span: 5 },
  五一节: { month: 5, day: 1, span: 5 },
  五一劳动节: { month: 5, day: 1, span: 5 },
  劳动节: { month: 5, day: 1, span: 5 },
  青年节: { month: 5, day: 4 },
  六一儿童节: { month: 6, day: 1 },
  儿童节: { month: 6, day: 1 },
  六一八: { month: 6, day: 18 },
  建军节: { month: 8, day: 1 },
  教师节: { month: 9, day: 10 },
  国庆: { month: 10, day: 1, span: 7 },
  国庆节: { month: 10, day: 1, span: 7 },
  十一国庆: { month: 10, day: 1, span: 7 },
  万圣节: { month: 10, day: 31 },
  双十一: { month: 11, day: 11 },
  双11: { month: 11, day: 11 },
  光棍节: { month: 11, day: 11 },
  双十二: { month: 12, day: 12 },
  双12: { month: 12, day: 12 },
  平安夜: { month: 12, day: 24 },
  圣诞: { month: 12, day: 25 },
  圣诞节: { month: 12, day: 25 },
  跨年夜: { month: 12, day: 31 },
};

/** Names that are also plain numbers: read only where the words around them speak of a day. */
export const NUMBER_HOLIDAYS: Record<string, { month: number; day: number; span?: number }> = {
  '315': { month: 3, day: 15 },
  '3.15': { month: 3, day: 15 },
  三一五: { month: 3, day: 15 },
  六一: { month: 6, day: 1 },
  '618': { month: 6, day: 18 },
  '6.18': { month: 6, day: 18 },
  十一: { month: 10, day: 1, span: 7 },
  '11.11': { month: 11, day: 11 },
  '1111': { month: 11, day: 11 },
  '12.12': { month: 12, day: 12 },
  '1212': { month: 12, day: 12 },
};

/** Holidays on the nth weekday of a month: 母亲节 is the second Sunday of May. */
export const WEEKDAY_HOLIDAYS: Record<
  string,
  { month: number; weekday: number; nth: number; plus?: number }
> = {
  母亲节: { month: 5, weekday: 7, nth: 2 },
  父亲节: { month: 6, weekday: 7, nth: 3 },
  感恩节: { month: 11, weekday: 4, nth: 4 },
  黑色星期五: { month: 11, weekday: 4, nth: 4, plus: 1 },
  黑五: { month: 11, weekday: 4, nth: 4, plus: 1 },
};

/**
 * Holidays on a lunar date. Day -1 is the last of the month. 小年 is the 23rd in the north and the 24th in the
 * south, so it has two dates. 年三十 is the last day of the year even where the month has 29.
 */
export const LUNAR_HOLIDAYS: Record<string, { dates: [month: number, day: number][]; span?: number }> = {
  春节: { dates: [[1, 1]], span: 7 },
  过年: { dates: [[1, 1]], span: 7 },
  农历新年: { dates: [[1, 1]], span: 7 },
  大年初一: { dates: [[1, 1]] },
  元宵: { dates: [[1, 15]] },
  元宵节: { dates: [[1, 15]] },
  正月十五: { dates: [[1, 15]] },
  龙抬头: { dates: [[2, 2]] },
  端午: { dates: [[5, 5]], span: 3 },
  端午节: { dates: [[5, 5]], span: 3 },
  七夕: { dates: [[7, 7]] },
  七夕节: { dates: [[7, 7]] },
  中元节: { dates: [[7, 15]] },
  中秋: { dates: [[8, 15]], span: 3 },
  中秋节: { dates: [[8, 15]], span: 3 },
  重阳: { dates: [[9, 9]] },
  重阳节: { dates: [[9, 9]] },
  腊八: { dates: [[12, 8]] },
  腊八节: { dates: [[12, 8]] },
  小年: {
    dates: [
      [12, 23],
      [12, 24],
    ],
  },
  小年夜: {
    dates: [
      [12, 23],
      [12, 24],
    ],
  },
  除夕: { dates: [[12, -1]] },
  除夕夜: { dates: [[12, -1]] },
  大年三十: { dates: [[12, -1]] },
  大年夜: { dates: [[12, -1]] },
  年三十: { dates: [[12, -1]] },
  年夜: { dates: [[12, -1]] },
};

/** Months that only the lunar calendar calls so. */
export const LUNAR_MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 };
