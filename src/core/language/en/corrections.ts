import type { HowCorrected } from '../corrected.ts';

const OLD = "(?<old>[a-z0-9¥$€£.,' -]{1,40}?)";
const NEW = '(?<new>[^;!?\\n]{1,48}?)';
const END = '(?: instead| please| then)?(?=$|[.;!?\\n]\\s|[.;!?]$|, )';
const START =
  "(?<=^|[.,;!?\\n] ?)(?:(?:oh|no|sorry|oops|wait|actually|well|i said|please|and|but|that's not right|that is wrong|that's wrong)[,.]? ){0,3}";
const IS = "(?:it's|it is|it was|that's|that is|should be|is|was)";

/** Somebody else's words or deeds, and wishes. */
export const NOT_THE_PERSONS_OWN =
  /\b(?:(?:they|he|she|the (?:shop|seller|bank|agent|platform|company|merchant)|alipay|support|customer service) (?:said|says|told|changed|claims?|insists?)|can (?:i|you|we)|could (?:i|you)|how (?:do|can)|i (?:want|need|would like))\b/;

/** How English puts something right; fields as in the Mandarin list. */
export const CORRECTIONS: { how: HowCorrected; pattern: RegExp }[] = [
  // change 299 to 399, change the amount to 399, make it 399
  {
    pattern: new RegExp(
      `${START}(?:(?:change|correct) ${OLD} (?:to|into) |(?:change it to|make it|make that) )${NEW}${END}`,
      'dg',
    ),
    how: 'change',
  },
  // it's not 299, it's 399; not 299 but 399
  {
    pattern: new RegExp(
      `${START}(?<named>[a-z' ]{0,24}?)(?:not|isn't|wasn't) ${OLD}(?:,? but |, ?(?:${IS} )?)${NEW}${END}`,
      'dg',
    ),
    how: 'not-but',
  },
  // the amount is wrong, it's 399; no, it was 399; my mistake, 399
  {
    pattern: new RegExp(
      `${START}(?:${OLD} (?:is|was) wrong|no|my mistake|i was wrong|that was wrong|that's wrong|wrong|correction|i made a mistake|typo)[,:.]? (?:i meant |${IS} )?${NEW}${END}`,
      'dg',
    ),
    how: 'wrong',
  },
  // it's 399, not 299
  { pattern: new RegExp(`${START}${IS} ${NEW},? not ${OLD}${END}`, 'dg'), how: 'not-but' },
  // i meant 399, the amount should be 399, actually it was 399
  {
    pattern: new RegExp(
      `${START}(?:(?<named>the [a-z ]{2,20}?) (?:should be|should have been)|i meant|i mean|it should be|actually ${IS}) ${NEW}${END}`,
      'dg',
    ),
    how: 'should',
  },
  // the amount is wrong, i made a mistake with the date
  {
    how: 'wrong',
    pattern: new RegExp(
      `${START}(?:(?:i (?:made a mistake (?:with|in|about)|got|wrote|typed) )?${OLD}(?: (?:is|was))?(?: (?:wrong|incorrect)| not right))(?=[.!]?$)`,
      'dg',
    ),
  },
  // change the amount, edit the shop
  {
    how: 'wrong',
    pattern: new RegExp(`${START}(?:can i )?(?:change|edit|correct|fix) ${OLD}(?=[.!?]?$)`, 'dg'),
  },
];
