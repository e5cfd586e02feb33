import type { OrderNumberValue } from '../../knowledge/value.ts';
import { labelBefore, type NumberLabel, startsWithUnit } from './number-label.ts';
import { isCarrierNumber, isTradeNumber, orderForm } from './order-form.ts';
import { looksDialled } from './phone-form.ts';
import type { ReadingContext, Recognised, Recogniser } from './recogniser.ts';

/** Four digits near each other: nothing shorter is a number of this kind, unless it was asked for. */
const ENOUGH = /\d(?:[-_ a-z]?\d){3}/;
const CODE = /(?<![a-z0-9_])[a-z0-9](?:[a-z0-9_-]{3,62}[a-z0-9])(?![a-z0-9_])/g;
/** Printed numbers come in groups: 2026 0315 2200 1412 3456 7890 1234, SF 1234 5678 90123, EA 123 456 789 CN. */
const GROUPED =
  /(?<![a-z0-9_-])(?:[a-z]{2,4}[ -]?)?\d{3,6}(?:[ -]\d{3,6}){2,8}(?:[ -]\d{1,3})?(?: ?[a-z]{2})?(?![a-z0-9_-])/g;
/** The rest of a number that a line break cuts in two. */
const NEXT_LINE = /\n(\d{4,24})(?![\d.,:/-]|[a-z])/y;
/** A message that is one short code with a digit in it. */
const ONLY = /^\s*(?:no\.?|#)?[:： ]*((?=[a-z_-]{0,4}\d)[a-z0-9][a-z0-9_-]{2,63})\s*[。.]?\s*$/;

const A_DAY = /^(?:19|20)\d{2}-?(?:0?[1-9]|1[0-2])-?(?:0?[1-9]|[12]\d|3[01])$/;
/** 12378, 95188, 96110: people name them in every answer. */
const HOTLINE = /^(?:12\d{3}|9[56]\d{3})$/;
/** Within an address on the web, an amount or a longer number. */
const CUT_BEFORE = /[a-z\d][/.@:]$|[¥$.]$/;
const CUT_AFTER = /^(?:[.:]\d|,\d{3}(?!\d)|[@%*])/;

/**
 * Finds numbers that name a deal, a ticket or a parcel. `form` says what the shape suggests; nothing is refused for its
 * shape, since shops make their numbers as they like. A number that a line break may have cut in two has both readings.
 */
export const orderNumber: Recogniser<OrderNumberValue> = (text, context) => {
  const found: Recognised<OrderNumberValue>[] = [];
  const isAsked = context.asked?.kind === 'order-number';
  if (!(isAsked ? /\d/ : ENOUGH).test(text)) return found;
  for (const match of text.matchAll(GROUPED)) {
    const number = match[0].replace(/[ -]/g, '');
    const label = labelBefore(text, match.index)?.label ?? null;
    if (isPrinted(match[0], number, label)) add(match.index, match[0], [number], label, 'grouped');
  }
  for (const match of text.matchAll(CODE)) {
    const { 0: code, index } = match;
    const label = labelBefore(text, index);
    const rule = isPart(text, code, index) ? null : ruleFor(code, label, text, context);
    if (rule) addWithNextLine(code, index, label?.label ?? null, rule);
  }
  const only = isAsked && found.length === 0 ? ONLY.exec(text)?.[1] : undefined;
  if (only !== undefined && !isSomethingElse(only)) add(text.indexOf(only), only, [only], null, 'asked');
  return found.sort((a, b) => a.start - b.start);

  function add(
    start: number,
    words: string,
    numbers: string[],
    label: NumberLabel | null,
    rule: string,
  ): void {
    const end = start + words.length;
    if (found.some(other => start < other.end && other.start < end)) return;
    const candidates = numbers.map(number => ({
      kind: 'order-number' as const,
      number,
      form: orderForm(number, label),
    }));
    found.push({ kind: 'order-number', start, end, words, rule, certainty: 'stated', candidates });
  }

  function addWithNextLine(code: string, index: number, label: NumberLabel | null, rule: string): void {
    NEXT_LINE.lastIndex = index + code.length;
    const rest = /^\d{6,}$/.test(code) && code.length < 28 ? NEXT_LINE.exec(text) : null;
    const joined = code + (rest?.[1] ?? '');
    if (!rest || looksDialled(rest[1] ?? '', false)) add(index, code, [code], label, rule);
    else add(index, code + rest[0], isTradeNumber(joined) ? [joined] : [joined, code], label, rule);
  }
};

/** Groups of one size (the last may differ), long enough or called a number of this kind. */
function isPrinted(words: string, number: string, label: NumberLabel | null): boolean {
  if (isCarrierNumber(number)) return label !== 'other' && label !== 'phone';
  const digits = words.match(/\d+/g) ?? [];
  const size = digits[0]?.length ?? 0;
  const isEven = digits.slice(0, -1).every(group => group.length === size);
  if (!isEven || (digits.at(-1)?.length ?? 0) > size + 1) return false;
  if (label === 'order' || label === 'tracking') return number.length >= 11;
  return label === null && size === 4 && /^\d{16,}$/.test(number);
}

const isPart = (text: string, code: string, index: number): boolean =>
  CUT_BEFORE.test(text.slice(Math.max(0, index - 2), index)) ||
  CUT_AFTER.test(text.slice(index + code.length, index + code.length + 5)) ||
  (/^\d+$/.test(code) && startsWithUnit(text.slice(index + code.length, index + code.length + 8)));

/** Telephones, hotlines and days have recognisers of their own. */
const isSomethingElse = (code: string): boolean =>
  looksDialled(code, false) || HOTLINE.test(code) || A_DAY.test(code);

/** Why a run of letters and digits is a number of this kind; null where it is not. */
function ruleFor(
  code: string,
  called: { label: NumberLabel; named: boolean } | null,
  text: string,
  { asked }: ReadingContext,
): string | null {
  const digits = code.replace(/\D/g, '').length;
  if (digits < 4 || called?.label === 'other' || (A_DAY.test(code) && !called?.named)) return null;
  const isMarked = called?.label === 'order' || called?.label === 'tracking';
  if (isMarked && (digits >= 6 || code.length >= 8)) return 'marked';
  if (called?.label === 'phone' && code.length < 17) return null;
  if (/^\d{12,64}$/.test(code) && !looksDialled(code, true)) return 'length';
  if (isCarrierNumber(code) && code.length >= 10) return 'carrier';
  if (/^\d{6}-\d{15}$/.test(code)) return 'length';
  if (asked?.kind !== 'order-number' || isSomethingElse(code)) return null;
  const isWhole = text.trim().length <= code.length + 12;
  return (isWhole && digits >= 5) || digits >= 8 ? 'asked' : null;
}
