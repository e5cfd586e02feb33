import type { OrderNumberValue } from '../../knowledge/value.ts';
import type { ReadingContext, Recogniser } from './recogniser.ts';

type Form = OrderNumberValue['form'];

const CODE = /(?<![a-z0-9_])[a-z0-9](?:[a-z0-9_-]{3,62}[a-z0-9])(?![a-z0-9_])/g;
/** Printed numbers come in groups: 2026 0315 2200 1412 3456 7890 1234. */
const GROUPED = /(?<![a-z0-9_-])\d{4}(?:[ -]\d{4}){3,6}(?:[ -]\d{1,3})?(?![a-z0-9_-])/g;
const TIE = String.raw`[:： ]?(?:号码?|编号|是|为|number|no\.?|id|is|was|[:：= #"「『]){0,4}$`;
const TRACKING = new RegExp(
  `(?:快递单?|运单|物流单?|包裹单?|顺丰|圆通|中通|申通|韵达|ems|tracking|parcel|waybill)${TIE}`,
);
const DEAL = new RegExp(
  `(?:订单|交易|流水|商户单|单|工单|编|受理|凭证|order|trade|transaction|ticket|reference|case)${TIE}`,
);
const CARRIER = /^(?:sf|yt|zt|sto|yd|jd|jt|ems|e[a-z]|db|zto|yto)\w*\d{8,}/;

/** A message that is one short code with a digit in it. */
const ONLY =
  /^\s*(?:订单号?|单号|工单号?|no\.?|#)?[:： ]*((?=[a-z_-]{0,4}\d)[a-z0-9][a-z0-9_-]{2,63})\s*[。.]?\s*$/;

/** A day that can stand at the head of a trade number, yyyymmdd. */
const DAY_FIRST = /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** A long number that a phone word introduces is left to the phones. */
const PHONE = /(?:电话|手机|座机|phone|tel|mobile)[^\d，。,.;；!！?？\n]{0,6}$/;
const A_DAY = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/;
/** 12378, 95188, 96110: people name them in every answer. */
const HOTLINE = /^(?:12\d{3}|9[56]\d{3})$/;
const MOBILE = /^1[3-9]\d{9}$/;

/**
 * Finds numbers that name a deal, a ticket or a parcel. `form` says what the shape suggests; nothing is refused for its
 * shape, since shops make their numbers as they like.
 */
export const orderNumber: Recogniser<OrderNumberValue> = (text, context) => {
  const found: ReturnType<Recogniser<OrderNumberValue>> = [];
  const add = (start: number, words: string, number: string, form: Form, rule: string): void => {
    const end = start + words.length;
    if (found.some(other => start < other.end && other.start < end)) return;
    found.push({
      kind: 'order-number',
      start,
      end,
      words,
      rule,
      certainty: 'stated',
      candidates: [{ kind: 'order-number', number, form }],
    });
  };
  for (const match of text.matchAll(GROUPED)) {
    const number = match[0].replace(/[ -]/g, '');
    if (number.length >= 16) add(match.index, match[0], number, formOf(number, ''), 'grouped');
  }
  for (const match of text.matchAll(CODE)) {
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const rule = ruleFor(match[0], before, text, context);
    if (rule) add(match.index, match[0], match[0], formOf(match[0], before), rule);
  }
  // Asked for, and nothing else said: whatever the shop calls a number is one.
  const only = context.asked?.kind === 'order-number' && found.length === 0 ? ONLY.exec(text) : null;
  if (only?.[1] !== undefined && !MOBILE.test(only[1]) && !HOTLINE.test(only[1]) && !A_DAY.test(only[1])) {
    add(text.indexOf(only[1]), only[1], only[1], formOf(only[1], ''), 'asked');
  }
  return found.sort((a, b) => a.start - b.start);
};

/** Why a run of letters and digits is a number of this kind; null where it is not. */
function ruleFor(code: string, before: string, text: string, { asked }: ReadingContext): string | null {
  const digits = code.replace(/\D/g, '').length;
  if (digits < 4 || A_DAY.test(code)) return null;
  const isMarked = DEAL.test(before) || TRACKING.test(before);
  if (isMarked && (digits >= 6 || code.length >= 8)) return 'marked';
  if (PHONE.test(before) && code.length < 17) return null;
  if (/^\d{12,64}$/.test(code)) return 'length';
  if (CARRIER.test(code) && code.length >= 10) return 'carrier';
  if (asked?.kind === 'order-number' && !MOBILE.test(code) && !HOTLINE.test(code)) {
    const isWhole = text.trim().length <= code.length + 12;
    if ((isWhole && digits >= 5) || digits >= 8) return 'asked';
  }
  return null;
}

function formOf(code: string, before: string): Form {
  if (TRACKING.test(before)) return 'tracking';
  if (/^\d{16,64}$/.test(code) && (DAY_FIRST.test(code) || code.length === 28)) return 'alipay-trade';
  if (/^\d{12,25}$/.test(code)) return 'shop-order';
  if (CARRIER.test(code)) return 'tracking';
  return /^[a-z0-9_-]{1,64}$/.test(code) && DEAL.test(before) ? 'merchant-order' : 'other';
}
