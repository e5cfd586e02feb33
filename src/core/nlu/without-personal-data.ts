import { DOUBLE_SURNAMES, NOT_IN_GIVEN_NAMES, SURNAMES } from '../language/zh-CN/people.ts';
import { cutOut } from './cut-out.ts';
import type { Span } from './span.ts';
import type { Recognised } from './values/recogniser.ts';

/** What stands for what was left out. */
export const LEFT_OUT = '＊';

/** Kinds of value that say who somebody is, or which deal of theirs it is about. */
const PERSONAL: ReadonlySet<Recognised['kind']> = new Set(['phone', 'order-number', 'counterparty']);

/** Five digits and fewer are hotlines, amounts and years; a longer run may be an account. */
const LONG_NUMBER = /[\dx][\d \-x]{4,}[\dx]/gi;
const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const LINK = /(?:https?:\/\/|www\.)\S+/gi;
const SAYS_A_NAME =
  '(?:我|他|她|本人|客服|对方|朋友|老公|老婆|收款人|户主|联系人|经理)?(?:名字(?:叫|是)|姓名[是:：]?|叫做?|名叫|姓)';
/** 我叫王小明, 我是张伟, 姓李的: a name after the word that says so. */
const NAMED = new RegExp(
  String.raw`(?<=${SAYS_A_NAME}\s?)(?!什么|啥|谁|我|他|她|你|人|不|客服|停|做)\p{Script=Han}{1,4}?(?=[，,。;；!！?？\s]|$|的|说|在|把|给|让|怎|能|有|被|想|要|昨|今)`,
  'gu',
);
/** 我叫王小明手机号是…: a surname tells a name also where nothing ends it. */
const NAMED_ON = new RegExp(
  String.raw`(?<=(?:${SAYS_A_NAME}|(?:我|本人|这里|这边)是)\s?)(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES}])[^\P{Script=Han}${NOT_IN_GIVEN_NAMES}]{1,2}`,
  'gu',
);
const ENGLISH_NAMED =
  /(?<=(?:[Mm]y name is|I am called|I'm called|[Tt]his is|called) )[A-Z][a-z]+(?: [A-Z][a-z]+)*/g;
const PART_OF_AN_ADDRESS = '省|市|区|县|镇|乡|街道|大道|路|街|巷|弄|村|小区|花园|公寓|大厦';
/**
 * 杭州市西湖区文三路100号3幢: parts of an address that end in a number. They are looked for once from each place: tried in
 * every way, a long row of them would take for ever.
 */
const ADDRESS = new RegExp(
  String.raw`(?=(?<parts>(?:\p{Script=Han}{2,7}?(?:${PART_OF_AN_ADDRESS})){1,5}))\k<parts>\p{Script=Han}{0,6}\d{1,5}(?:号|幢|栋|弄|室|单元|楼|层)?(?:\d{1,5}(?:号|幢|栋|室|单元|楼|层))*`,
  'gu',
);

const PATTERNS = [EMAIL, LINK, ADDRESS, NAMED, NAMED_ON, ENGLISH_NAMED, LONG_NUMBER];

/** All that patterns find in a text; of one that only looks ahead, what it names so. */
export const foundBy = (patterns: readonly RegExp[], text: string): Span[] =>
  patterns.flatMap(pattern =>
    Array.from(text.matchAll(pattern), ({ index, 0: words, groups }) => ({
      start: index,
      end: index + (groups?.['ahead'] ?? words).length,
    })),
  );

/**
 * Stretches of a text that could tell who wrote it or of whom: names, numbers of phones, orders and accounts, addresses
 * and links. Amounts, days, products and hotlines are none.
 * @param values as read from this very text
 */
export const personalStretches = (text: string, values: readonly Recognised[]): Span[] => [
  ...values.filter(({ kind }) => PERSONAL.has(kind)),
  ...foundBy(PATTERNS, text),
];

/** A text without these. */
export const withoutPersonalData = (text: string, values: readonly Recognised[]): string =>
  cutOut(text, personalStretches(text, values), () => LEFT_OUT);
