import type { PhoneValue } from '../../knowledge/value.ts';
import { type DialledNumber, dialledRuns, numbersFrom } from './dialled-groups.ts';
import { canEnd, canStart, extensionAt, isCalledPhone } from './dialled-neighbours.ts';
import { labelBefore, type NumberLabel } from './number-label.ts';
import { anyForm, type Dialled, formOf } from './phone-form.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

type Found = Dialled & { start: number; end: number };

/** Seven digits near each other: without them there is no telephone number. */
const ENOUGH = /\d(?:[ ()./-]{0,3}\d){6}/;
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
      const numbers = [...numbersFrom(run, from, text)];
      const [first] = numbers;
      if (!first) continue;
      const label = labelBefore(text, first.start)?.label ?? listed(first.start);
      if (!canStart(text, first.start, first.words, label)) continue;
      const read = firstRead(text, numbers, isAsked || label === 'phone');
      if (!read) continue;
      if (read.form !== 'service' || isAsked) found.push(recognised(text, read));
      while ((run.groups[from + 1]?.end ?? Number.POSITIVE_INFINITY) <= read.end) from++;
    }
  }
  return found;

  /** 「电话021-68812753、68808888」: the second of a list is what the first was. */
  function listed(start: number): NumberLabel | null {
    const last = found.at(-1);
    return last && last.end > start - 4 && LISTED.test(text.slice(last.end, start)) ? 'phone' : null;
  }
};

/** What says itself what it is before what only may be one; of each the longest. */
function firstRead(text: string, numbers: DialledNumber[], isMarked: boolean): Found | null {
  for (const reads of [formOf, anyForm]) {
    for (const number of numbers) {
      const isPhone = isMarked || isCalledPhone(text, number.end);
      const dialled = isPhone || reads === formOf ? reads(number, isPhone) : null;
      const complete = dialled && ended(text, number, dialled);
      if (complete) return complete;
    }
  }
  return null;
}

/** With its extension; null where the number goes on as something else, or is not the one that was meant. */
function ended(text: string, { start, end: last }: DialledNumber, dialled: Dialled): Found | null {
  const extension = dialled.number.includes('-') ? null : extensionAt(text, last);
  const end = extension?.end ?? last;
  const isMobile = dialled.form === 'mobile' || dialled.form === 'international';
  if (!canEnd(text, end, { isMobile, hasExtension: extension !== null })) return null;
  return { ...dialled, number: dialled.number + (extension ? `-${extension.digits}` : ''), start, end };
}

function recognised(text: string, { start, end, number, form }: Found): Recognised<PhoneValue> {
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
