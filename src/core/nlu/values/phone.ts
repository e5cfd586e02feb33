import type { PhoneValue } from '../../knowledge/value.ts';
import type { Recogniser } from './recogniser.ts';

type Form = PhoneValue['form'];

/** Chinese mobile, also grouped 3-4-4 and with +86; 13 to 19 are the prefixes in use. */
const MOBILE = /(?<![\d+*])(?:\(?(?:\+|00)?86\)?[ -]?)?(1[3-9]\d(?:[ -]?\d{4}){2})(?![\d*])/g;
/** Area code, seven or eight digits, and an extension; a service number (400, 800) has no area code. */
const LANDLINE =
  /(?<![\d+])(?:\(?(?:\+|00)86\)?[ -]?)?(\(?0?(?:10|2\d|[3-9]\d{2})\)?[ -]?[2-8]\d{2,3}[ -]?\d{4})(?:(?:[ -]|转 ?)(\d{1,5}))?(?!\d)/g;
const INTERNATIONAL = /(?<![\d+])\+(?!86)(\d(?:[ -]?\(?\d\)?){6,14})(?!\d)/g;
/** Nobody's own number, but one a person may be asked for: 400-123-4567. */
const SERVICE = /(?<!\d)([48]00[ -]?\d{3,4}[ -]?\d{3,4})(?!\d)/g;
/** Any grouping of seven to fifteen digits, as other countries write them: only where a phone is spoken of. */
const LOOSE =
  /(?<![\d+*¥$a-z./)-])(?:\+|00)?\(?\d(?:[ ()./-]{0,3}\d){6,14}(?: ?(?:x|ext\.?|转) ?(\d{1,5}))?(?!\d|[ ()./-]{0,3}\d| ?[a-z元块万])/g;
/** Days, spans of years, decimals. */
const NO_PHONE =
  /^(?:19|20)\d{2}[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:0?[1-9]|[12]\d|3[01])$|\/(?:19|20)\d{2}$|^\d+\.\d+$/;
const CALLED =
  /(?:电话|手机|座机|联系|号码|拨打|打|致电|phone|tel|call|mobile|number)[^\d，。,.;；!！?？\n]{0,8}$/;
/** A number marked as something else is no phone number, whatever its shape. */
const OTHER_NUMBER =
  /(?:订单|单号|交易号|流水号|编号|运单|快递|qq|微信|order|tracking|ticket)[^\d，。,.;；!！?？\n]{0,8}$/;

/** 「…不是我的电话」. */
const DENIED = /^ ?(?:这个|那个)?(?:看起来|好像)?(?:不是|不像)|^ is not|^ isn't/;

const digitsOf = (words: string): string => words.replace(/\D/g, '');

/** Finds telephone numbers of people and offices. Five-digit hotlines are none; 400 numbers only where a phone was asked. */
export const phone: Recogniser<PhoneValue> = (text, { asked }) => {
  const isAsked = asked?.kind === 'phone';
  const found: ReturnType<Recogniser<PhoneValue>> = [];
  const add = (start: number, words: string, number: string, form: Form): void => {
    const before = text.slice(Math.max(0, start - 16), start);
    if (OTHER_NUMBER.test(before) || DENIED.test(text.slice(start + words.length, start + words.length + 10)))
      return;
    if (found.some(other => start < other.end && other.start < start + words.length)) return;
    const end = start + words.length;
    found.push({
      kind: 'phone',
      start,
      end,
      words,
      rule: form,
      certainty: 'stated',
      candidates: [{ kind: 'phone', number, form }],
    });
  };

  for (const match of text.matchAll(INTERNATIONAL))
    add(match.index, match[0], `+${digitsOf(match[0])}`, 'international');
  for (const match of text.matchAll(MOBILE)) add(match.index, match[0], digitsOf(match[1] ?? ''), 'mobile');
  for (const match of text.matchAll(LANDLINE)) {
    const [words, local = '', extension] = match;
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    const hasAreaCode = /^\(?0/.test(local) || words.startsWith('+') || words.startsWith('0086');
    if (!hasAreaCode || !(isAsked || CALLED.test(before) || /[()-]/.test(words))) continue;
    const number = (local.replace(/^\(/, '').startsWith('0') ? '' : '0') + digitsOf(local);
    add(match.index, words, extension ? `${number}-${extension}` : number, 'landline');
  }
  if (isAsked)
    for (const match of text.matchAll(SERVICE)) add(match.index, match[0], digitsOf(match[0]), 'landline');
  for (const match of text.matchAll(LOOSE)) {
    const [words, extension = ''] = match;
    const digits = digitsOf(words).slice(0, extension ? -extension.length : undefined);
    const marked = isAsked || CALLED.test(text.slice(Math.max(0, match.index - 16), match.index));
    if (!marked || NO_PHONE.test(words) || (!isAsked && /^[48]00/.test(digits))) continue;
    const abroad = words.startsWith('+') || /^00[1-9]/.test(digits);
    const number = (abroad ? `+${digits.replace(/^00/, '')}` : digits) + (extension && `-${extension}`);
    add(match.index, words, number, abroad ? 'international' : 'landline');
  }
  return found.sort((a, b) => a.start - b.start);
};
