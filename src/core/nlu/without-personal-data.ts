import type { Recognised } from './values/recogniser.ts';

/** What stands for what was left out. */
const LEFT_OUT = '＊';

/** Kinds of value that say who somebody is, or which deal of theirs it is about. */
const PERSONAL: ReadonlySet<Recognised['kind']> = new Set(['phone', 'order-number', 'counterparty']);

/** Five digits and fewer are hotlines, amounts and years; a longer run may be an account. */
const LONG_NUMBER = /[\dx][\d \-x]{4,}[\dx]/gi;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const LINK = /(?:https?:\/\/|www\.)\S+/gi;
/** 我叫王小明, 我是张伟, 姓李的: a name after the word that says so. */
const NAMED =
  /((?:我|他|她|本人|客服|对方|朋友|老公|老婆|收款人|户主|联系人|经理)?(?:名字(?:叫|是)|姓名[是:：]?|叫做?|名叫|姓))\s?(?!什么|啥|谁|我|他|她|你|人|不|客服|停|做)\p{Script=Han}{1,4}?(?=[，,。;；!！?？\s]|$|的|说|在|把|给|让|怎|能|有|被|想|要|昨|今)/gu;
const ENGLISH_NAMED =
  /((?:[Mm]y name is|I am called|I'm called|[Tt]his is|called) )[A-Z][a-z]+(?: [A-Z][a-z]+)*/g;
/** 杭州市西湖区文三路100号3幢: parts of an address that end in a number. */
const ADDRESS =
  /(?:[\p{Script=Han}]{2,7}?(?:省|市|区|县|镇|乡|街道|大道|路|街|巷|弄|村|小区|花园|公寓|大厦)){1,5}[\p{Script=Han}]{0,6}\d{1,5}(?:号|幢|栋|弄|室|单元|楼|层)?(?:\d{1,5}(?:号|幢|栋|室|单元|楼|层))*/gu;

/**
 * A text without what could tell who wrote it or of whom: names, numbers of phones, orders and accounts, addresses and
 * links. Amounts, days, products and hotlines stay.
 * @param values as read from this very text
 */
export function withoutPersonalData(text: string, values: Recognised[]): string {
  let kept = '';
  let at = 0;
  for (const { kind, start, end } of values) {
    if (!PERSONAL.has(kind) || start < at) continue;
    kept += text.slice(at, start) + LEFT_OUT;
    at = end;
  }
  return (kept + text.slice(at))
    .replace(EMAIL, LEFT_OUT)
    .replace(LINK, LEFT_OUT)
    .replace(ADDRESS, LEFT_OUT)
    .replace(NAMED, `$1${LEFT_OUT}`)
    .replace(ENGLISH_NAMED, `$1${LEFT_OUT}`)
    .replace(LONG_NUMBER, LEFT_OUT);
}
