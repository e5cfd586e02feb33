import { facetsIn } from '../../src/core/nlu/facets.ts';
import { prepareMind } from '../../src/core/dialogue/mind.ts';
import { belonging } from '../../src/core/faq/belonging.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { Talk } from '../../src/runtime/check/talk.ts';
import { argumentsFor, print, textOf } from './tally.ts';

/** So many of a thousand foreign questions may be answered as if they were ours. */
const FALSE_ANSWER_BUDGET = 3;
/** The threshold of the figures keeps this share of the questions of our field. */
const KEPT = 0.95;

interface Line {
  text: string;
  isOurs: boolean;
  origin: string;
  /** How surely it belongs to our field, by the product's own measure. */
  score: number;
}

const given = argumentsFor('scope <lines.tsv>');
const mind = prepareMind(loadKnowledge('knowledge'));
const lines = textOf(given.file)
  .split('\n')
  .filter(line => line.trim() !== '')
  .map((line): Line => {
    const [text = '', scope = '', origin = ''] = line.split('\t');
    return {
      text,
      isOurs: scope === 'in',
      origin,
      score: belonging(mind.faq, text, facetsIn(text, mind.understanding)),
    };
  });
const ours = lines.filter(line => line.isOurs);
const foreign = lines.filter(line => !line.isOurs);
if (ours.length === 0 || foreign.length === 0) {
  process.stderr.write('The file needs lines of both kinds.\n');
  process.exit(1);
}

/** The chance that a line of our field scores above a foreign one. */
function auroc(above: Line[], below: Line[]): number {
  const rising = below.map(({ score }) => score).sort((a, b) => a - b);
  const wins = above.map(({ score }) => (under(rising, score) + under(rising, score, true)) / 2);
  return wins.reduce((sum, won) => sum + won, 0) / (above.length * below.length);
}

/** How many of the rising scores lie under one, or up to it. */
const under = (rising: number[], score: number, orEqual = false): number =>
  rising.filter(one => one < score || (orEqual && one === score)).length;

const threshold =
  ours.map(({ score }) => score).sort((a, b) => a - b)[Math.floor(ours.length * (1 - KEPT))] ?? 0;
const recall = (some: Line[]): number =>
  percent(some.filter(({ score }) => score < threshold).length, some.length);
const percent = (part: number, whole: number): number => Math.round((1_000 * part) / whole) / 10;

const talk = new Talk(mind, 'zh-CN', '2026-11-26');
const answeredAs = ({ text }: Line): string | undefined =>
  talk.wouldFollow(text).find(event => event.type === 'QuestionAnswered')?.faq;
const falselyAnswered = foreign.filter(line => answeredAs(line) !== undefined);

if (given.failures) {
  for (const line of falselyAnswered) print(`answered as ${answeredAs(line)}: ${line.text}`);
  for (const line of foreign.filter(({ score }) => score >= threshold)) print(`taken for ours: ${line.text}`);
  for (const line of ours.filter(({ score }) => score < threshold)) print(`taken for foreign: ${line.text}`);
}
print(
  JSON.stringify({
    what: 'scope',
    ours: ours.length,
    foreign: foreign.length,
    auroc: Math.round(auroc(ours, foreign) * 10_000) / 10_000,
    threshold: Math.round(threshold * 1_000) / 1_000,
    foreignRecall: recall(foreign),
    byOrigin: Object.fromEntries(
      [...Map.groupBy(foreign, ({ origin }) => origin)].map(([origin, some]) => [
        origin,
        { auroc: Math.round(auroc(ours, some) * 10_000) / 10_000, foreignRecall: recall(some) },
      ]),
    ),
    falseAnswers: falselyAnswered.length,
    falseAnswersPercent: percent(falselyAnswered.length, foreign.length),
    withinBudget: falselyAnswered.length * 1_000 <= FALSE_ANSWER_BUDGET * foreign.length,
  }),
);
