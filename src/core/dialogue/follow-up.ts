import type { Found, Interpretation } from '../nlu/interpret.ts';
import { type Subjects, subjectsIn } from '../nlu/facets.ts';
import { strip } from '../nlu/strip.ts';
import type { Mind } from './mind.ts';

/** 「那周末打得通吗」 still follows up; a longer message says for itself what it is about. */
const LONGEST = 24;
const LONGEST_LATIN = 60;

/** What leads a follow-up in and says nothing of its own. */
const LEAD_IN =
  /^(?:那么|那如果是|那要是|那|如果是|要是|换成|换作|还有|and |then |so |what about |how about )+/;
const LEAD_OUT = /(?:的话)?(?:呢|怎么样|行吗|可以吗|行不行)[?？]?$/;

/**
 * The question a short message asks when it goes on from the one before, written out in full; null where it stands
 * alone. 「那12315呢」 and 「花呗」 put another hotline or product in the place of the one before; 「周末打得通吗」 asks about
 * the one named before.
 */
export function followUp(reading: Interpretation, question: string, mind: Mind): string | null {
  const { text } = reading;
  if (text.length > (/[a-z]{3}/.test(text) ? LONGEST_LATIN : LONGEST)) return null;
  const before = subjectsIn(question, mind.understanding);
  const named = subjectOf(reading);
  if (named) return isAllButLeads(reading, named, mind) ? putInPlace(named, reading, before) : null;
  const subject = subjectOf(before);
  if (!subject || reading.products.length > 0) return null;
  const rest = text.replace(LEAD_IN, '');
  const lead = before.text.slice(subject.start, subject.end);
  return /^[a-z]/.test(rest) ? `${lead} ${rest}` : `${lead}${rest}`;
}

type Subject = Found<{ id: string }> & { is: 'hotline' | 'product' };

/** The hotline a text names, or else the product; 支付宝 where it names nothing narrower. */
function subjectOf({ hotlines, products }: Subjects): Subject | null {
  const [hotline] = hotlines;
  if (hotline) return { ...hotline, is: 'hotline' };
  const product = products.find(one => one.id !== 'alipay') ?? products[0];
  return product ? { ...product, is: 'product' } : null;
}

/** A bare number asks what it is; it goes on from the question before only where it is led in (那12315呢). */
function isAllButLeads({ text }: Interpretation, named: Subject, mind: Mind): boolean {
  const bare = strip(text, mind.understanding.fillers);
  const rest = strip(text.trim().replace(LEAD_IN, '').replace(LEAD_OUT, ''), mind.understanding.fillers);
  const words = text.slice(named.start, named.end);
  return rest === words && (named.is === 'product' || text.trim() !== bare || bare !== rest);
}

function putInPlace(named: Subject, reading: Interpretation, before: Subjects): string | null {
  const words = reading.text.slice(named.start, named.end);
  const same = named.is === 'hotline' ? before.hotlines : before.products;
  const [first] = same.length > 1 ? same.filter(one => one.id !== 'alipay') : same;
  // 「12378和12315打哪个」 named several; putting one in the place of another would ask nonsense.
  if (named.is === 'hotline' && new Set(same.map(one => one.id)).size > 1) return null;
  if (!first) return `${words}${before.text}`;
  return `${before.text.slice(0, first.start)}${words}${before.text.slice(first.end)}`;
}
