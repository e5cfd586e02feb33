import type { PhoneValue } from '../../knowledge/value.ts';
import * as english from '../../language/en/number-labels.ts';
import * as chinese from '../../language/zh-CN/number-labels.ts';
import { type DialledNumber, dialledRuns, numbersFrom } from './dialled-groups.ts';
import { anyOf, labelBefore, UNIT } from './number-label.ts';
import { anyForm, type Dialled, formOf } from './phone-form.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

/** Seven digits near each other: without them there is no telephone number. */
const ENOUGH = /\d(?:[ ()./-]{0,3}\d){6}/;
const EXTENSION = new RegExp(
  ` ?(?:${anyOf(chinese.EXTENSION, english.EXTENSION).replaceAll('(?<![a-z])', '')}) ?[:：]? ?(\\d{1,6})(?!\\d)`,
  'y',
);
/** Part of something longer: a sum, a time, a decimal, a masked number, an amount. */
const GOES_ON = new RegExp(`^(?:[\\d*=%‰_]|\\+ ?\\d|\\.\\d|:\\d|,\\d{3}(?![\\d-])|${UNIT})`);
/** A letter makes a code of digits; after a mobile number other words may follow at once. */
const CODE_AFTER = /^[a-z]| [a-f]?\d?[a-f]\d?(?![a-z])/;
const CODE_AFTER_MOBILE = /^[a-z]*\d/;
const CUT_BEFORE = /[\d*¥$€£%_+]$|(?:^|[\s\da-z)])[-−]$|[\da-z]\/$|\d[.:=]$|[a-z]\.$/;
const LETTER_BEFORE = /[a-z]$/;
const LISTED = /^\s*[,，、;；/和或及与]\s*$/;

/**
 * Finds telephone numbers of people and offices. A mobile number, a landline with its area code and a number with its
 * country say themselves what they are; others are read where the words around speak of a telephone or one was asked
 * for. Five-digit hotlines are none; 400 and 800 numbers only where a phone was asked.
 */
export const phone: Recogniser<PhoneValue> = (text, { asked }) => {
  const found: Recognised<PhoneValue>[] = [];
  if (!ENOUGH.test(text)) return found;
  const isAsked = asked?.kind === 'phone';
  for (const run of dialledRuns(text)) {
    for (let from = 0; from < run.groups.length; from++) {
      const read = readFirst([...numbersFrom(run, from, text)]);
      if (!read) continue;
      if (read.form !== 'service' || isAsked) found.push(recognised(read));
      while ((run.groups[from + 1]?.end ?? Number.POSITIVE_INFINITY) <= read.end) from++;
    }
  }
  return found;

  /** What says itself what it is before what only may be one; of each the longest. */
  function readFirst(numbers: DialledNumber[]): (Dialled & { start: number; end: number }) | null {
    const [first] = numbers;
    if (!first) return null;
    const before = text.slice(Math.max(0, first.start - 12), first.start);
    const label = labelBefore(text, first.start)?.label ?? listed(first.start);
    if (label === 'phone' ? /[\d*]$/.test(before) : CUT_BEFORE.test(before) || LETTER_BEFORE.test(before))
      return null;
    if (label && label !== 'phone') return null;
    if (chinese.DENIED_BEFORE.test(before) || english.DENIED_BEFORE.test(before)) return null;
    for (const reads of [formOf, anyForm]) {
      for (const number of numbers) {
        const after = text.slice(number.end, number.end + 16);
        const isMarked =
          isAsked || label === 'phone' || chinese.PHONE_AFTER.test(after) || english.PHONE_AFTER.test(after);
        const dialled = isMarked || reads === formOf ? reads(number, isMarked) : null;
        const complete = dialled && ended(number, dialled);
        if (complete) return complete;
      }
    }
    return null;
  }

  /** With its extension; null where the number goes on as something else, or is not the one that was meant. */
  function ended(
    { start, end: last }: DialledNumber,
    dialled: Dialled,
  ): (Dialled & { start: number; end: number }) | null {
    EXTENSION.lastIndex = last;
    const extension = dialled.number.includes('-') ? null : EXTENSION.exec(text);
    const end = last + (extension?.[0].length ?? 0);
    const after = text.slice(end, end + 16);
    if (GOES_ON.test(after) || chinese.DENIED_AFTER.test(after) || english.DENIED_AFTER.test(after))
      return null;
    const isMobile = dialled.form === 'mobile' || dialled.form === 'international';
    if (!extension && (isMobile ? CODE_AFTER_MOBILE : CODE_AFTER).test(after)) return null;
    return { ...dialled, number: dialled.number + (extension ? `-${extension[1]}` : ''), start, end };
  }

  /** 「电话021-68812753、68808888」: the second of a list is what the first was. */
  function listed(start: number): 'phone' | null {
    const last = found.at(-1);
    return last && last.end > start - 4 && LISTED.test(text.slice(last.end, start)) ? 'phone' : null;
  }

  function recognised({
    start,
    end,
    number,
    form,
  }: Dialled & { start: number; end: number }): Recognised<PhoneValue> {
    return {
      kind: 'phone',
      start,
      end,
      words: text.slice(start, end),
      rule: form,
      certainty: 'stated',
      candidates: [{ kind: 'phone', number, form }],
    };
  }
};
