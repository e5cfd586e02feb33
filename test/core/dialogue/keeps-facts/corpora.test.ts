import { describe, expect, test } from 'vitest';
import { keepsFacts } from '../../../../src/core/dialogue/keeps-facts/keeps-facts.ts';
import { LANGUAGES } from '../../../../src/core/knowledge/localized.ts';
import { loadKnowledge } from '../../../../src/runtime/load-knowledge.ts';
import { alterationsOf } from '../../../support/alterations.ts';
import { nearRewordingsOf, Swaps } from '../../../support/near-rewordings.ts';
import { realDrafts } from '../../../support/real-drafts.ts';
import { ALTERED, alteredByHand, corpus, picking } from '../../../support/rewording-corpora.ts';

const knowledge = loadKnowledge('knowledge');
const swaps = Swaps.parse(corpus('swaps'));

describe('what somebody altered by hand', () => {
  test.each(ALTERED)('%s: none is accepted', name => {
    const all = alteredByHand(name);
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(({ draft, text, language }) => keepsFacts(draft, text, language) === null)).toEqual([]);
  });
});

describe.each(LANGUAGES)('real drafts in %s', language => {
  const drafts = realDrafts(knowledge, language);

  test('with a word of courtesy before them and nothing else: all are accepted', () => {
    const before = language === 'en' ? 'All right. ' : '好的，';
    expect(drafts.filter(draft => keepsFacts(draft, before + draft, language) !== null)).toEqual([]);
  });

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
