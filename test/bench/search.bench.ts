import { readFileSync } from 'node:fs';
import { prepareMind } from '../../src/core/dialogue/mind.ts';
import { type FaqIndex, indexFaq } from '../../src/core/faq/faq-index.ts';
import { searchFaq } from '../../src/core/faq/search.ts';
import { type Facets, facetsIn } from '../../src/core/nlu/facets.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { oneQuestion } from '../support/one-question.ts';
import { searchWithMiniSearch } from './mini-search-peer.ts';

const SECONDS = 2;
const WARM_UP_SECONDS = 1;
/** Answers of one question each, as many as an FAQ may have and as many as a help centre. */
const SIZES = [377, 10_000];

const mind = prepareMind(loadKnowledge('knowledge'));
const namedIn = (text: string): Facets => facetsIn(text, mind.understanding);

/** One question a line of the given file, or those of our own knowledge; where they are too few, put together anew. */
function questions(path: string | undefined): string[] {
  return path
    ? readFileSync(path, 'utf8').split('\n').filter(Boolean)
    : mind.faq.entries.flatMap(entry => entry.questions['zh-CN']);
}

function soMany(texts: string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const text = texts[at % texts.length] ?? '';
    const other = texts[(at * 7 + 3) % texts.length] ?? '';
    return at < texts.length ? text : text.slice(0, 8) + other.slice(-8);
  });
}

/** Microseconds of one processor a call, after a warm-up: what else runs on the machine counts less than on the clock. */
function microsecondsOf<Query>(search: (query: Query) => unknown, queries: Query[]): number {
  runFor(WARM_UP_SECONDS);
  return runFor(SECONDS);

  function runFor(seconds: number): number {
    const started = process.cpuUsage();
    for (let done = 1; ; done++) {
      for (const query of queries) search(query);
      const { user, system } = process.cpuUsage(started);
      if (user + system >= seconds * 1e6) return (user + system) / (done * queries.length);
    }
  }
}

function built<Index>(make: () => Index): { index: Index; milliseconds: number } {
  const started = performance.now();
  const index = make();
  return { index, milliseconds: Math.round(performance.now() - started) };
}

const ours = (index: FaqIndex): number =>
  microsecondsOf(({ text, facets }) => searchFaq(index, text, facets), queries);

const [path] = process.argv.slice(2);
const texts = questions(path);
const queries = texts
  .filter((_, at) => at % Math.ceil(texts.length / 500) === 0)
  .map(text => ({ text, facets: namedIn(text) }));

const rows = SIZES.map(size => {
  const entries = soMany(texts, size).map((text, at) => oneQuestion(`q${at}`, text, namedIn(text)));
  const own = built(() =>
    indexFaq(new Map(entries.map(entry => [entry.id, entry])), mind.faq.concepts, namedIn),
  );
  const peer = built(() =>
    searchWithMiniSearch(
      entries.map(
        ({
          questions: {
            'zh-CN': [text = ''],
          },
        }) => text,
      ),
    ),
  );
  return {
    size,
    ours: ours(own.index),
    oursBuilt: own.milliseconds,
    miniSearch: microsecondsOf(({ text }) => peer.index(text), queries),
    miniSearchBuilt: peer.milliseconds,
  };
});
const whole = built(() => indexFaq(mind.knowledge.faq, mind.faq.concepts, namedIn));

const show = (microseconds: number): string => microseconds.toFixed(0).padStart(7);
process.stdout.write(
  [
    `${queries.length} queries of ${path ?? 'our own knowledge'}; µs of one processor a search, the facets read before`,
    ...rows.map(
      ({ size, ours: own, miniSearch }) =>
        `${String(size).padStart(6)} answers of one question   ours ${show(own)} µs   MiniSearch ${show(miniSearch)} µs   ${(miniSearch / own).toFixed(1)} x`,
    ),
    `our ${whole.index.entries.length} answers, ${whole.index.sums.length} wordings   ${show(ours(whole.index))} µs   built in ${whole.milliseconds} ms`,
    JSON.stringify({
      bench: 'search',
      unit: 'µs',
      ...Object.fromEntries(
        rows.map(({ size, ...row }) => [
          size,
          Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Math.round(value)])),
        ]),
      ),
      ownKnowledge: Math.round(ours(whole.index)),
      ownKnowledgeBuiltMs: whole.milliseconds,
    }),
    '',
  ].join('\n'),
);
