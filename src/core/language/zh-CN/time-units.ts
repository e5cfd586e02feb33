import type { TimeUnit } from '../../knowledge/value.ts';

/** Units of time after a number, and how many of `unit` each is. 个 may stand before them, and must before 月. */
export const TIME_UNITS: Record<string, { unit: TimeUnit; times: number }> = {
  年: { unit: 'year', times: 1 },
  周年: { unit: 'year', times: 1 },
  年整: { unit: 'year', times: 1 },
  季度: { unit: 'month', times: 3 },
  月: { unit: 'month', times: 1 },
  周: { unit: 'week', times: 1 },
  星期: { unit: 'week', times: 1 },
  礼拜: { unit: 'week', times: 1 },
  天: { unit: 'day', times: 1 },
  日: { unit: 'day', times: 1 },
  昼夜: { unit: 'day', times: 1 },
  小时: { unit: 'hour', times: 1 },
  钟头: { unit: 'hour', times: 1 },
  刻钟: { unit: 'minute', times: 15 },
  分钟: { unit: 'minute', times: 1 },
  秒: { unit: 'second', times: 1 },
  秒钟: { unit: 'second', times: 1 },
};

/** Units that are lengths of time only after another one: 8天20时, 3小时20分. */
export const SHORT_UNITS: Record<string, TimeUnit> = { 时: 'hour', 分: 'minute' };

/** Words that begin with a unit and are something else: 3天猫, 年级, 周三, 月饼. */
export const NOT_UNITS: Record<string, RegExp> = {
  年: /[级轻龄费货味初底末中会薪终纪检份度代假猪蹄糕夜画末间]/,
  月: /[饼球亮卡租薪供初底中末嫂结份]/,
  周年: /庆/,
  周: /[一二三四五六日天末边期转岁到围刊]/,
  星期: /[一二三四五六日天几]/,
  礼拜: /[一二三四五六日天几]/,
  天: /[猫气然下津哪啊价河]/,
  日: /[元本常用期子记]/,
  秒: /[杀到回退拒批过赔懂]/,
  小时: /[候工]/,
};

/** Words for this moment, and the side of it on which they lie. */
export const NOW_WORDS: Record<string, 'past' | 'present' | 'future'> = {
  现在: 'present',
  此刻: 'present',
  当下: 'present',
  这会儿: 'present',
  刚才: 'past',
  刚刚: 'past',
  刚刚才: 'past',
  方才: 'past',
  马上: 'future',
  立刻: 'future',
  立马: 'future',
};

/** Days and parts of days that come again without 每 before them. */
export const RECURRING: Record<string, number> = { 天天: 1, 隔天: 2, 隔日: 2 };

/** What before a length of time makes it a stretch that ends now, or that begins now. */
export const PAST_SPANS = ['过去', '最近', '近', '这', '前', '上', '之前', '以前'];
export const FUTURE_SPANS = [
  '未来',
  '接下来',
  '接下去',
  '今后',
  '往后',
  '后',
  '下',
  '之后',
  '以后',
  '还剩',
  '还有',
];
