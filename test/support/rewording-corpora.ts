import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../src/core/knowledge/localized.ts';
import { Dice } from '../../src/demo/dice.ts';

const language = z.enum(LANGUAGES);
const Altered = z.array(
  z.strictObject({
    language,
    draft: z.string(),
    altered: z.array(z.strictObject({ how: z.string(), text: z.string() })).min(1),
  }),
);
const Honest = z.array(
  z.strictObject({ language, draft: z.string(), rewordings: z.array(z.string()).min(1) }),
);

/** A draft and other words for it. */
export interface Pair {
  language: Language;
  draft: string;
  text: string;
}

/** What is altered by hand, file by file. */
export const ALTERED = [
  'altered',
  'altered-unseen',
  'altered-fresh',
  'altered-late',
  'altered-last',
] as const;
/** What is reworded freely by hand, and honestly. */
export const HONEST = ['honest', 'honest-unseen'] as const;

/** One of the files of `test/corpus/rewordings`. */
export const corpus = (name: string): unknown =>
  parse(readFileSync(`test/corpus/rewordings/${name}.yaml`, 'utf8'));

export const alteredByHand = (name: (typeof ALTERED)[number]): (Pair & { how: string })[] =>
  Altered.parse(corpus(name)).flatMap(one =>
    one.altered.map(({ how, text }) => ({ ...pairOf(one, text), how })),
  );

export const honestByHand = (name: (typeof HONEST)[number]): Pair[] =>
  Honest.parse(corpus(name)).flatMap(one => one.rewordings.map(text => pairOf(one, text)));

const pairOf = ({ language, draft }: Omit<Pair, 'text'>, text: string): Pair => ({ language, draft, text });

/** By chance that comes out the same each time: a whole number from 0 to below `most`. */
export function picking(seed: number): (most: number) => number {
  const dice = new Dice(seed);
  return most => Math.min(dice.between(0, Math.max(0, most - 1)), most);
}
