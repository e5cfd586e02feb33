/** How Mandarin names holidays. Keys are words as they stand in normalised text. */

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
