import { z } from 'zod';
import { Concepts } from '../../src/core/faq/concepts.ts';
import { indexFaq } from '../../src/core/faq/faq-index.ts';
import { type FaqHit, searchFaq } from '../../src/core/faq/search.ts';
import { LANGUAGES } from '../../src/core/knowledge/localized.ts';
import type { FaqEntry } from '../../src/core/knowledge/faq.ts';
import { type Facets, facetsIn } from '../../src/core/nlu/facets.ts';
import { understand } from '../../src/core/nlu/understanding.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { argumentsFor, print, textOf } from './tally.ts';

/** Groups of questions that ask the same: the first is made an answer's only wording, the others have to find it. */
const Groups = z.array(z.object({ id: z.string(), questions: z.array(z.string()).min(2) }));

const given = argumentsFor('faq <groups.json>');
const groups = Groups.parse(JSON.parse(textOf(given.file)));
const knowledge = loadKnowledge('knowledge');
const mind = understand(knowledge);
const namedIn = (text: string): Facets => facetsIn(text, mind);

function entryOf(id: string, question: string): FaqEntry {
  const { about, hotline, action, ask } = namedIn(question);
  return {
    id,
    group: 'basics',
    questions: { 'zh-CN': [question], en: [] },
    facets: { about: [...about], hotline: [...hotline], action: [...action], ask: [...ask] },
    warnsOf: [],
    answer: { 'zh-CN': '', en: '' },
    facts: [],
    buttons: [],
  };
}

const index = indexFaq(
  new Map(groups.map(({ id, questions }) => [id, entryOf(id, questions[0] ?? '')])),
  new Concepts(LANGUAGES.map(language => knowledge.lexicon[language])),
  namedIn,
);
const queries = groups.flatMap(({ id, questions }) =>
  questions.slice(1).map(text => ({ id, text, facets: namedIn(text) })),
);
const search = ({ text, facets }: (typeof queries)[number], limit: number): FaqHit[] =>
  searchFaq(index, text, facets, limit);

/** From 1; infinite where the group is not found at all. */
const places = queries.map(query => {
  const place = search(query, index.entries.length).findIndex(({ entry }) => entry.id === query.id);
  return place < 0 ? Infinity : place + 1;
});

const ROUNDS = 20;
function microsecondsASearch(): number {
  for (const query of queries) search(query, 5);
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round++) for (const query of queries) search(query, 5);
  return ((performance.now() - started) * 1_000) / (ROUNDS * queries.length);
}

const titleOf = (id: string): string => groups.find(group => group.id === id)?.questions[0] ?? id;
const share = (test: (place: number) => boolean): number =>
  Math.round((1_000 * places.filter(test).length) / places.length) / 10;

if (given.failures)
  for (const [at, query] of queries.entries()) {
    const [first] = search(query, 1);
    if (places[at] !== 1)
      print(
        `place ${places[at]}: ${query.text}\n    expected ${titleOf(query.id)}\n    got      ${first ? titleOf(first.entry.id) : 'nothing'}`,
      );
  }
print(
  JSON.stringify({
    what: 'faq',
    entries: index.entries.length,
    queries: queries.length,
    top1: share(place => place === 1),
    top5: share(place => place <= 5),
    mrr: Math.round((1_000 * places.reduce((sum, place) => sum + 1 / place, 0)) / places.length) / 1_000,
    microsecondsASearch: Math.round(microsecondsASearch()),
  }),
);
