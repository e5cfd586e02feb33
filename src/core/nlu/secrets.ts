import type { SlotKind } from '../knowledge/value.ts';
import { normalize } from '../language/normalize.ts';
import { type DigitWindow, digitWindows } from './digit-windows.ts';
import { isCardNumber, isResidentId } from './checked-numbers.ts';
import { labelBefore } from './values/number-label.ts';

/** Something that must not be kept, at UTF-16 offsets of the text as given. */
export interface Secret {
  kind: 'payment-code' | 'password' | 'sms-code' | 'id-number' | 'bank-card' | 'alipay-user-id' | 'cvv';
  start: number;
  end: number;
}

const TIE = String.raw`(?:号码?|是|就是|为|[:：#= ]|no\.?|number|id|is|was){0,5}$`;
const CARD = new RegExp(`(?:卡号|银行卡|信用卡|储蓄卡|借记卡|card)${TIE}`);
/** Words for a deal that also stand before a card: only with 号 behind them they speak of a number. */
const ONLY_A_DEAL = /单|流水|快递|物流|order|tracking|parcel/;
const PAYMENT_CODE = /付款|支付码|条形?码|二维码|payment code|barcode|qr/;
const RESIDENT = new RegExp(`(?:身份证|证件|id card)${TIE}`);

/** What follows a number that is an amount, a date, a count or a hotline rather than a code. */
const UNIT = String.raw`(?![\d.,]*\s*(?:\d|元|块|年|月|日|号|点|次|分|秒|个|天|期|万|千|%|yuan|rmb|位|条))`;
const CODE = String.raw`(?:验证码|校验码|动态码|动态密码|短信码|确认码|verification code|sms code|security code|one-time (?:code|password)|otp)`;
const SPELLED: [kind: Secret['kind'], pattern: RegExp][] = [
  [
    'sms-code',
    new RegExp(
      String.raw`${CODE}[^\d\n。！？!?;；转扣付花退¥$元块钱价额打]{0,12}(?<secret>\d(?:[ -]?\d){3,7})${UNIT}`,
      'g',
    ),
  ],
  [
    'sms-code',
    new RegExp(
      String.raw`(?<!\d)(?!(?:95|96|12|10)\d{3}(?!\d))(?<secret>\d{4,8})[ (（,，]{0,2}(?:就?是|为|is)?[ ]?(?:我的|你的|您的|the|your|my)?[ ]?${CODE}`,
      'g',
    ),
  ],
  [
    'sms-code',
    /(?<!(?:post|postal|zip|area|country|order|tracking|promo|coupon|error|discount|qr|bar|source|status|product) ?)\bcode(?: is| was|\s?[:=#])?\s?(?<secret>\d{4,8})(?!\d)/g,
  ],
  [
    'cvv',
    /(?:cvv2?|cvc2?|安全码|卡背面(?:后|的)?三位)(?:数字?|码)?(?:是|为|[:：= ]|is){0,3}(?<secret>\d{3,4})(?!\d)/g,
  ],
  ['password', /密码\s?(?:就?是|为|[:：=])\s?(?:就?是|为|[:：=])?\s?(?<secret>[!-~]{3,40})/g],
  ['password', /密码\s?(?<secret>(?=[!-~]{0,30}\d)[a-z\d!-~]{6,40})(?!\s?(?:元|块|次|年|月))/g],
  ['password', /密码\s?(?:就?是|为|[:：=])\s?(?:就?是|为)?\s?(?<secret>[零一二两三四五六七八九幺]{4,20})/g],
  [
    'password',
    /密码[^\d\n。！？!?;；元]{0,6}(?:改|设|换|设置|重置)(?:成|为)了?\s?(?:[:：])?\s?(?<secret>[!-~]{4,40})(?!\s?(?:元|块|次|年|月|天))/g,
  ],
  [
    'password',
    /密码[^\d\n。！？!?;；金额价款号单钱]{1,10}(?:是|为|[:：=])\s?(?<secret>(?=[!-~]{0,30}\d)[!-~]{4,40})(?!\s?(?:元|块|次|年|月))/g,
  ],
  [
    'password',
    /\b(?:password|passcode|passwd|pwd)(?: is| was|\s?[:=])\s?(?!(?:not?|wrong|incorrect|stolen|leaked|changed?|lost|forgotten|hacked|gone|being|the|been|still|also|now|correct|right|fine|same|my|too|never|invalid|compromised|expired|what|an?|so|very|unknown|locked|reset|blocked|weak|strong|safe|set|it|always|only|required|known|different|secret|there|i[ns]|on|asked|needed)\b)(?<secret>[!-~]{3,40})/g,
  ],
  ['password', /\bpin(?: code| number)?(?: is| was|\s?[:=])\s?(?<secret>\d{4,6})(?!\d)/g],
];

/** Every secret holds a digit or stands behind a word for a password. */
const MAY_HOLD_ONE = /\d|密码|passw|passcode|pwd/;

/** Finds what must not be kept. `asked` is the kind of the slot that was asked. Never overlapping, by start; linear. */
export function findSecrets(text: string, asked: SlotKind | null): Secret[] {
  const normal = normalize(text);
  if (!MAY_HOLD_ONE.test(normal)) return [];
  const found = [...spelledSecrets(normal), ...numberSecrets(normal, asked)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const kept: Secret[] = [];
  for (const secret of found) if (secret.start >= (kept.at(-1)?.end ?? 0)) kept.push(secret);
  return kept;
}

/** Same length as given: passwords vanish whole, of numbers every digit, except the last four of cards and identity numbers. */
export function maskSecrets(text: string, secrets: Secret[]): string {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of secrets) {
    const shown = kind === 'id-number' || kind === 'bank-card' ? 4 : 0;
    const hidden = text.slice(start, end - shown);
    masked +=
      text.slice(from, start) +
      hidden.replace(kind === 'password' ? /[^\n]/g : /[^\s-]/g, '•') +
      text.slice(end - shown, end);
    from = end;
  }
  return masked + text.slice(from);
}

/** Every word that says what a secret is. */
const SPELLS_ONE = /码|code|otp|cv[vc]|卡背面|pass|pwd|pin/;

function spelledSecrets(normal: string): Secret[] {
  const found: Secret[] = [];
  if (!SPELLS_ONE.test(normal)) return found;
  for (const [kind, pattern] of SPELLED) {
    for (const match of normal.matchAll(pattern)) {
      const secret = (match.groups?.['secret'] ?? '').replace(/[,.;:!?)\]}"']+$/, '');
      const start = match.index + match[0].lastIndexOf(match.groups?.['secret'] ?? '');
      if (secret.length > 2) found.push({ kind, start, end: start + secret.length });
    }
  }
  return found;
}

function numberSecrets(normal: string, asked: SlotKind | null): Secret[] {
  const found: Secret[] = [];
  if (!LONG_NUMBER.test(normal)) return found;
  for (const window of digitWindows(normal)) {
    const { start, end } = window;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const kind = kindOf(window, normal, asked);
    if (kind) found.push({ kind, start, end });
  }
  return found;
}

/** The shortest number looked at, of fifteen digits or with an x for the last, in its groups. */
const LONG_NUMBER = /\d(?:[ -]{0,2}\d){13}/;

/** How every payment code begins. */
const CODE_FIRST = /^(?:2[5-9]|30)\d*$/;
/** Taobao's orders of today have nineteen digits, and many begin as payment codes do. */
const SHOP_ORDER = 19;

/** Whether the words before a number call it that of an order, a trade or a parcel. */
function isDeal(normal: string, start: number): boolean {
  const called = labelBefore(normal, start);
  if (called?.label !== 'order' && called?.label !== 'tracking') return false;
  return called.named || ONLY_A_DEAL.test(called.words);
}

/** An order number is the person's proof: one that is marked as such, or was asked for, is only hidden on clear signs. */
function kindOf(window: DigitWindow, normal: string, asked: SlotKind | null): Secret['kind'] | null {
  const { digits, even, start } = window;
  if (digits.length > 19 && !CODE_FIRST.test(digits)) return null;
  const before = normal.slice(Math.max(0, start - 24), start);
  if (/^(?:\d{15}|\d{17}[\dx])$/.test(digits) && RESIDENT.test(before)) return 'id-number';
  if (/^\d{15,19}$/.test(digits) && CARD.test(before)) return 'bank-card';
  if (/^2088\d{12}$/.test(digits)) return 'alipay-user-id';
  // Payment codes shown today have 18 digits; one of those is masked whatever it is called, for it is money at once.
  if (even && digits.length === 18 && CODE_FIRST.test(digits)) return 'payment-code';
  const kind = kindByItself(window, before, asked === 'order-number');
  return kind && isDeal(normal, start) ? null : kind;
}

/** What the digits alone are. */
function kindByItself(
  { digits, even }: DigitWindow,
  before: string,
  orderAwaited: boolean,
): Secret['kind'] | null {
  if (isResidentId(digits)) return 'id-number';
  const mayBeCode = digits.length !== SHOP_ORDER || PAYMENT_CODE.test(before);
  if (even && mayBeCode && !orderAwaited && digits.length >= 16 && CODE_FIRST.test(digits))
    return 'payment-code';
  if (!isCardNumber(digits)) return null;
  return orderAwaited && digits.length !== 16 && !digits.startsWith('62') ? null : 'bank-card';
}
