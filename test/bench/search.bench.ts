import { type Mind, prepareMind } from '../../src/core/dialogue/mind.ts';
import { type FaqIndex, indexFaq } from '../../src/core/faq/faq-index.ts';
import { searchFaq } from '../../src/core/faq/search.ts';
import { type Facets, facetsIn } from '../../src/core/nlu/facets.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { oneQuestion } from '../support/one-question.ts';
import { inCircle, rateOf } from './measure/rate.ts';
import { messagesOf } from './messages-of.ts';
import { miniSearch } from './peers/mini-search.ts';
import { type Bench, times, type Row, type Table } from './report/report.ts';

/** Answers of one question each, as many as an FAQ may have and as many as a help centre. */
const SIZES = [377, 10_000];
/** Queries there are at most, and between two looks at the clock. */
const QUERIES = 500;
const AT_A_TIME = 20;

interface Query {
  text: string;
  facets: Facets;
}

/** Where texts are too few, more are put together of their parts. */
function soMany(texts: string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const text = texts[at % texts.length] ?? '';
    const other = texts[(at * 7 + 3) % texts.length] ?? '';
    return at < texts.length ? text : text.slice(0, 8) + other.slice(-8);
  });
}

/** An index, and how long it took to build. */
function built<Index>(make: () => Index): { index: Index; milliseconds: number } {
  const started = performance.now();
  const index = make();
  return { index, milliseconds: performance.now() - started };
}

class SearchBench {
  readonly #mind: Mind;
  readonly #texts: string[];
  readonly #queries: Query[];
  readonly #seconds: number;

  constructor(mind: Mind, texts: string[], seconds: number) {
    this.#mind = mind;
    this.#texts = texts;
    this.#queries = texts
      .filter((_, at) => at % Math.ceil(texts.length / QUERIES) === 0)
      .map(text => ({ text, facets: this.#namedIn(text) }));
    this.#seconds = seconds;
  }

  readonly #namedIn = (text: string): Facets => facetsIn(text, this.#mind.understanding);

  /** Microseconds of a processor a search. */
  async #microseconds(search: (query: Query) => unknown): Promise<number> {
    return 1e6 / (await rateOf(inCircle(this.#queries, AT_A_TIME, search), this.#seconds));
  }

  #ours(index: FaqIndex): Promise<number> {
    return this.#microseconds(({ text, facets }) => searchFaq(index, text, facets));
  }

  /** Parley and the peer over so many answers, then how long each took to build its index. */
  async besidePeer(size: number): Promise<Row[]> {
    const indexWithMiniSearch = miniSearch();
    const texts = soMany(this.#texts, size);
    const entries = texts.map((text, at) => oneQuestion(`q${at}`, text, this.#namedIn(text)));
    const own = built(() =>
      indexFaq(new Map(entries.map(entry => [entry.id, entry])), this.#mind.faq.concepts, this.#namedIn),
    );
    const peer = built(() => indexWithMiniSearch(texts));
    const ours: Row = {
      name: `Parley, ${size} answers`,
      is: 'ours',
      values: [await this.#ours(own.index), own.milliseconds],
    };
    const theirs: Row = {
      name: `MiniSearch, ${size} answers`,
      is: 'peer',
      values: [await this.#microseconds(({ text }) => peer.index(text)), peer.milliseconds],
    };
    return [{ ...ours, ratios: [times(theirs, ours, 'as quick as MiniSearch')] }, theirs];
  }

  async ownKnowledge(): Promise<Row> {
    const whole = built(() => indexFaq(this.#mind.knowledge.faq, this.#mind.faq.concepts, this.#namedIn));
    return {
      name: `Parley, its ${whole.index.sums.length} wordings of ${whole.index.entries.length} answers`,
      is: 'ours',
      values: [await this.#ours(whole.index), whole.milliseconds],
    };
  }
}

/** One table of each value, for they have units of their own. */
const table = (title: string, unit: string, rows: Row[], at: number): Table => ({
  title,
  unit,
  better: 'less',
  columns: [unit],
  draw: 'bars',
  rows: rows.map(({ ratios, ...row }) => ({
    ...row,
    values: [row.values[at] ?? Number.NaN],
    ...(ratios && at === 0 ? { ratios } : {}),
  })),
});

export const bench: Bench = {
  question: 'How long does it take to find the answer to a question?',
  async run({ seconds, file, progress }) {
    const mind = prepareMind(loadKnowledge('knowledge'));
    const texts = messagesOf(file, mind.knowledge);
    const search = new SearchBench(mind, texts, seconds);
    const rows: Row[] = [];
    for (const size of SIZES) {
      progress(`${size} answers, ours and MiniSearch`);
      rows.push(...(await search.besidePeer(size)));
    }
    progress('our own answers');
    rows.push(await search.ownKnowledge());
    return {
      tables: [table('One search', 'µs', rows, 0), table('Building the index', 'ms', rows, 1)],
      targets: [],
      notes: [
        `Queries of ${file ?? 'our own knowledge'}, by seconds of a processor, the best of some windows; what a question names is read before.`,
      ],
    };
  },
};
