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
  大后年: 3,
  下一年: 1,
};

/** The year after the one that was spoken of. */
export const YEAR_AFTER = ['次年', '翌年', '来年', '第二年', '隔年'];

/** Months from this one. */
export const MONTHS: Record<string, number> = {
  上上个月: -2,
  大上个月: -2,
  上上月: -2,
  上个月: -1,
  上一个月: -1,
  上一月: -1,
  上月: -1,
  这个月: 0,
  这月: 0,
  本月: 0,
  下个月: 1,
  下一个月: 1,
  下一月: 1,
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

/** A third of a month, or two that follow each other. */
export type Third = 1 | 2 | 3 | readonly [1 | 2, 2 | 3];

/** Thirds of a month, by what stands after 月. */
export const THIRDS: Record<string, Third> = {
  上中旬: [1, 2],
  中下旬: [2, 3],
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
  白天: { from: 8, until: 18, late: false },
  中午: { from: 11, until: 14, late: true },
  正午: { from: 11, until: 14, late: true },
  下午: { from: 12, until: 18, late: true },
  午后: { from: 12, until: 18, late: true },
  傍晚: { from: 17, until: 20, late: true },
  晚上: { from: 18, until: 24, late: true },
  晚间: { from: 18, until: 24, late: true },
  夜里: { from: 18, until: 24, late: true },
  夜间: { from: 18, until: 24, late: true },
  夜晚: { from: 18, until: 24, late: true },
  大晚上: { from: 18, until: 24, late: true },
  大半夜: { from: 18, until: 24, late: true },
  半夜: { from: 18, until: 24, late: true },
  深夜: { from: 18, until: 24, late: true },
  早: { from: 5, until: 12, late: false },
  晚: { from: 18, until: 24, late: true },
};

/** Months that only the lunar calendar calls so. */
export const LUNAR_MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 };

/** Halves of a month, by first and last day; the month may be shorter. */
export const MONTH_HALVES: Record<string, [first: number, last: number]> = {
  上半月: [1, 15],
  前半月: [1, 15],
  下半月: [16, 31],
  后半月: [16, 31],
};

/** Units of the calendar before, with and after this one, by what stands before them: 上个季度, 本季度. */
export const UNIT_OFFSETS: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 当: 0, 下: 1, 下下: 2 };

/** Reigns by their first year. 康熙三年 is the third, 元年 the first. */
export const ERAS: Record<string, number> = {
  贞观: 627,
  神龙: 705,
  开元: 713,
  洪武: 1368,
  建文: 1399,
  永乐: 1403,
  宣德: 1426,
  正统: 1436,
  景泰: 1450,
  天顺: 1457,
  成化: 1465,
  弘治: 1488,
  正德: 1506,
  嘉靖: 1522,
  隆庆: 1567,
  万历: 1573,
  天启: 1621,
  崇祯: 1628,
  顺治: 1644,
  康熙: 1662,
  雍正: 1723,
  乾隆: 1736,
  嘉庆: 1796,
  道光: 1821,
  咸丰: 1851,
  同治: 1862,
  光绪: 1875,
  宣统: 1909,
  民国: 1912,
};

/** Centuries that come before 九十年代, by their first year. */
export const CENTURIES: Record<string, number> = {
  上世纪: 1900,
  上个世纪: 1900,
  '20世纪': 1900,
  二十世纪: 1900,
  本世纪: 2000,
  '21世纪': 2000,
  二十一世纪: 2000,
};

/** Names of papers, shops and songs that hold a word for a day. */
export const NAMES = [
  '今日头条',
  '今日说法',
  '今日特价',
  '今日看点',
  '今日影评',
  '昨日重现',
  '昨日青空',
  '明日之星',
  '明日香',
  '明日帝国',
  '明日边缘',
  '每日优鲜',
  '每日经济新闻',
  '每日互动',
  '每日商报',
  '半月谈',
  '五月天',
  '七天酒店',
  '7天酒店',
  '七天连锁',
  '七日杀',
  '明日方舟',
  '明日之后',
  '天天特卖',
  '天天基金',
];
