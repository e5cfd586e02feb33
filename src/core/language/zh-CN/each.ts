import type { MoneyValue } from '../../knowledge/value.ts';

type Each = NonNullable<MoneyValue['each']>;

/** What may stand between 每月 and the amount: 每个月最多能还500. */
const DEEDS =
  '(?:[:：,，\\s]|大概|大约|约|差不多|固定|平均|自动|只能|最多|至少|最少|起码|也|都|就|才|要|得|能|应|需|可以|会|被|给|我|还|还款|扣|扣款|收|收费|付|交|缴|拿出|拿|存|供|利息|本息|金额|费用|是|为|有|了){0,5}$';

/** Words before an amount that comes again and again: 每期1200, 月供3000, 一个月要还800. */
export const EACH_BEFORE: [each: Each, words: RegExp][] = [
  ['instalment', new RegExp(`(?:每一?期|期供|一期(?=[还扣付交]))${DEEDS}`)],
  ['month', new RegExp(`(?:每个?月|月供|月还|月租|一个月(?=要|得|能|只能|最多|还|扣|交))${DEEDS}`)],
  ['week', new RegExp(`(?:每个?(?:周|星期|礼拜))${DEEDS}`)],
  ['year', new RegExp(`(?:每年|年费)${DEEDS}`)],
  ['day', new RegExp(`(?:每天|每日|日租)${DEEDS}`)],
  ['time', new RegExp(`(?:每次|每回|每笔|每单)${DEEDS}`)],
];

/** The same after it: 1200一期, 3000块每月, 50/天. */
export const EACH_AFTER: [each: Each, words: RegExp][] = [
  ['instalment', /^ ?(?:一期|每期|\/ ?期)/],
  ['month', /^ ?(?:一个月|每个?月|\/ ?月)/],
  ['week', /^ ?(?:每周|一个?星期|\/ ?周)/],
  ['year', /^ ?(?:一年|每年|\/ ?年)/],
  ['day', /^ ?(?:一天|每天|\/ ?天)/],
  ['time', /^ ?(?:一次|每次|\/ ?次)/],
];
