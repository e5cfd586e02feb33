/** What makes a number a share when it follows it, with how many percent one of it is. Blanks may stand anywhere. */
export const PERCENT_AFTER: [words: RegExp, percent: number, form: 'share' | 'points' | 'discount'][] = [
  [/ {0,3}%(?!\d)/y, 1, 'share'],
  [/ {0,3}‰/y, 0.1, 'share'],
  [/ {0,3}个? {0,3}[百佰] {0,3}分 {0,3}点/y, 1, 'points'],
  [/ ?个点(?![评赞心击])/y, 1, 'points'],
];
/** 百分之: what the number behind it is divided by. 一百分之 is no such word but a fraction. */
export const PARTS_BEFORE =
  /(?<![一二三四五六七八九两几\d十百佰千仟万亿])(?<parts>(?:[十百佰千仟万亿] {0,3}){1,2})分 {0,3}之? {0,3}$/;
/** A hundred percent and a half of it, in words that hold no number. */
export const WHOLE_WORDS: [words: RegExp, percent: number, form: 'share' | 'discount'][] = [
  [/百分(?:之?百)|[百佰] {0,3}分 {0,3}之 {0,3}[百佰]/g, 100, 'share'],
  [/(?<=打)[对半]折|半折/g, 50, 'discount'],
  [/半成(?!品)/g, 5, 'share'],
];
/** 八折: so many tenths of the price are paid. 七二折 and 72折 say hundredths. */
export const DISCOUNT_AFTER = / {0,3}折(?!腾|磨|扣率|叠|断|射|算)/y;
/** 三成: so many tenths, and half of one more or a digit for hundredths behind it. */
export const TENTHS_AFTER =
  / {0,3}成(?![功为交本立员长绩果就熟不分效型语])(?: ?(?<rest>半|[一二三四五六七八九\d])(?![\d十百千万个次天年月]))?/y;
/** 30%多, 两成多: a little more than was said. */
export const MORE_AFTER = /^ ?(?:多|来|几)(?![少亏付扣收退还])/;
/** 月息两分, 年息8厘: interest in hundredths and thousandths a month, tenths and hundredths a year. */
export const INTEREST_BEFORE = /(?:息|利率|利)(?:是|为|要|收|算)? ?$/;
export const INTEREST_AFTER = / ?(?<unit>分|厘)(?!钱|[钟\d])(?:利息?|息)?/y;
/** 日息万五, 手续费万三: ten-thousandths without 分之. */
export const SHORT_PARTS = /(?<=(?:[日天月年]|利率|利|息|费率?|佣金)(?:是|为|要|收|按)? ?)(?<parts>[千万])$/;

/** The time over which an interest is reckoned. */
const WHAT = '(?:化|度|综合)*(?:实际)?(?:利率|利息|费率|息|罚息|违约金|化)?';
export const PERIODS: [per: 'day' | 'month' | 'year', before: RegExp, after: RegExp][] = [
  ['day', periodBefore('日|每[日天]|一天|天'), periodAfter('每[日天]|一天|\\/ ?[日天]|的?日[息利]')],
  ['month', periodBefore('月|每个?月|一个月'), periodAfter('每个?月|一个月|\\/ ?月|的?月[息利]')],
  ['year', periodBefore('年|每年|一年'), periodAfter('每年|一年|\\/ ?年|的?年[息利化]')],
];

function periodBefore(words: string): RegExp {
  return new RegExp(
    `(?:${words})${WHAT}(?:[是为按收要达到高就有了的竟然不过超才只约:：= ]|不得|不能|至少|最高|最低|大概){0,8}(?:[百千万]分之)?$`,
  );
}

function periodAfter(words: string): RegExp {
  return new RegExp(` ?(?:的利息)?(?:${words})`, 'y');
}
