import { keepsFacts } from '../../src/core/dialogue/keeps-facts/keeps-facts.ts';
import { LANGUAGES, type Language } from '../../src/core/knowledge/localized.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { alterationsOf } from '../support/alterations.ts';
import { nearRewordingsOf, Swaps } from '../support/near-rewordings.ts';
import { realDrafts } from '../support/real-drafts.ts';
import {
  ALTERED,
  alteredByHand,
  corpus,
  HONEST,
  honestByHand,
  type Pair,
  picking,
} from '../support/rewording-corpora.ts';
import { share } from './tally.ts';

// How many rewordings the check lets pass: of those that alter what is said none should, of the honest ones most.

const knowledge = loadKnowledge('knowledge');
const swaps = Swaps.parse(corpus('swaps'));
const drafts = (language: Language): string[] => realDrafts(knowledge, language);
const made = (language: Language, pairs: Omit<Pair, 'language'>[]): Pair[] =>
  pairs.map(({ draft, text }) => ({ language, draft, text }));

const SETS: [name: string, pairs: Pair[]][] = [
  ...ALTERED.map(name => [`altered by hand (${name})`, alteredByHand(name)] as [string, Pair[]]),
  [
    'real drafts altered by rules',
    LANGUAGES.flatMap(one => made(one, alterationsOf(drafts(one), one, picking(7)))),
  ],
  [
    'honest, by synonym, courtesy and order',
    LANGUAGES.flatMap(one => made(one, nearRewordingsOf(drafts(one), one, swaps, picking(11)))),
  ],
  ...HONEST.map(name => [`honest, freely by hand (${name})`, honestByHand(name)] as [string, Pair[]]),
];

const rows = SETS.flatMap(([set, pairs]) =>
  LANGUAGES.map(language => {
    const all = pairs.filter(one => one.language === language);
    const accepted = all.filter(({ draft, text }) => keepsFacts(draft, text, language) === null);
    return { set, language, rewordings: all.length, accepted: accepted.length };
  }),
);
for (const { set, language, rewordings, accepted } of rows)
  process.stdout.write(
    `${set.padEnd(42)} ${language.padEnd(6)} ${String(accepted).padStart(5)} of ${String(rewordings).padStart(5)} accepted, ${share(accepted, rewordings)} %\n`,
  );
process.stdout.write(`${JSON.stringify({ rewordings: rows })}\n`);
