import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { keepsFacts } from '../../../../src/core/dialogue/keeps-facts/keeps-facts.ts';
import { LANGUAGES } from '../../../../src/core/knowledge/localized.ts';
import { Dice } from '../../../../src/demo/dice.ts';
import { loadKnowledge } from '../../../../src/runtime/load-knowledge.ts';
import { alterationsOf } from '../../../support/alterations.ts';
import { nearRewordingsOf, Swaps } from '../../../support/near-rewordings.ts';
import { realDrafts } from '../../../support/real-drafts.ts';

const corpus = (name: string): unknown => parse(readFileSync(`test/corpus/rewordings/${name}.yaml`, 'utf8'));
const Altered = z.array(
  z.strictObject({
    language: z.enum(LANGUAGES),
    draft: z.string(),
    altered: z.array(z.strictObject({ how: z.string(), text: z.string() })).min(1),
  }),
);
const knowledge = loadKnowledge('knowledge');
const swaps = Swaps.parse(corpus('swaps'));
/** By chance that comes out the same each time: a whole number from 0 to below `most`. */
const picking = (seed: number) => {
  const dice = new Dice(seed);
  return (most: number): number => Math.min(dice.between(0, Math.max(0, most - 1)), most);
};

describe('what somebody altered by hand', () => {
  test.each(['altered', 'altered-unseen', 'altered-fresh', 'altered-late'])('%s: none is accepted', name => {
    const all = Altered.parse(corpus(name)).flatMap(({ language, draft, altered }) =>
      altered.map(({ how, text }) => ({ language, draft, how, text })),
    );
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(({ draft, text, language }) => keepsFacts(draft, text, language) === null)).toEqual([]);
  });
});

describe.each(LANGUAGES)('real drafts in %s', language => {
  const drafts = realDrafts(knowledge, language);

  test('altered by rules, with an innocent change beside: none is accepted', () => {
    const every2nd = drafts.filter((_, at) => at % 2 === 0);
    const altered = alterationsOf(every2nd, language, picking(7));
    expect(altered.length).toBeGreaterThan(3_000);
    expect(altered.filter(({ draft, text }) => keepsFacts(draft, text, language) === null)).toEqual([]);
  });

  test('said otherwise by synonyms, courtesy and order: nine of ten are accepted', () => {
    const honest = nearRewordingsOf(drafts, language, swaps, picking(11));
    expect(honest.length).toBeGreaterThan(300);
    const refused = honest.filter(({ draft, text }) => keepsFacts(draft, text, language) !== null);
    expect(refused.length, JSON.stringify(refused.slice(0, 5))).toBeLessThanOrEqual(honest.length / 10);
  });
});
