/** Words of an answer that make it stronger or softer and change nothing of what it says. */
const BEFORE =
  /^(?:(?:well|really|honestly|actually|sorry|oh|um|but|and|i'm afraid|i am afraid|to be honest|i think|of course|definitely|absolutely|certainly|quite|just|simply|yeah)[ ,]+)+(?=[a-z])/;
const INSIDE = /(?<= )(?:really|quite|too|entirely|honestly|completely|exactly|totally|at all sure|so) /g;
const AFTER =
  / (?:really|at all|either|at the moment|right now|for now|so far|yet|sorry|sir|mate|though|actually|thank you|of course|honestly)$/;

/** An answer (normalised) without such words, in the order in which they are worth leaving out; never empty. */
export function* plainer(words: string): Generator<string> {
  const plain = words.replace(BEFORE, '').replace(INSIDE, '');
  if (plain !== words) yield plain;
  yield plain.replace(AFTER, '');
}

/** Every character that may be left out, among others. */
export const CHARACTERS: string = [BEFORE, INSIDE, AFTER].map(({ source }) => source).join('');
