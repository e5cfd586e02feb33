import { parseArgs } from 'node:util';
import { basisOf } from '../../core/dialogue/basis.ts';
import { searchFaq } from '../../core/faq/search.ts';
import { facetsIn } from '../../core/nlu/facets.ts';
import { type Mind, prepareMind } from '../../core/dialogue/mind.ts';
import { FAQ_GROUPS } from '../../core/knowledge/faq.ts';
import type { Knowledge } from '../../core/knowledge/knowledge.ts';
import { LANGUAGES, Language } from '../../core/knowledge/localized.ts';
import { dayIn } from '../../core/language/day.ts';
import { repliesOf, Talk } from '../check/talk.ts';
import type { Store } from '../../stores/store.ts';
import { loadKnowledge } from '../load-knowledge.ts';
import { gapsOf } from './gaps.ts';
import { OperatorError } from './operator-error.ts';
import { readOf } from './read.ts';
import { factsOf, reviewsOf } from './reviews.ts';
import { usesOf } from './uses.ts';

const USAGE =
  'usage: npm run knowledge -- report | npm run knowledge -- gaps | npm run knowledge -- ask "…" [--language en] [--json] | npm run knowledge -- read "…"';

/**
 * `npm run knowledge`: what the knowledge covers, what it would answer, and what it was asked and could not. Returns
 * what to print.
 * @param openStore opens the store of the conversations; it is closed here
 */
export async function knowledgeCommand(
  folder: string,
  args: string[],
  moment: { now: string; zone: string },
  openStore: () => Promise<Store>,
): Promise<string> {
  const today = dayIn(moment.zone, moment.now);
  const { values, positionals } = parseArgs({
    args,
    options: { language: { type: 'string' }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [verb, ...words] = positionals;
  const knowledge = loadKnowledge(folder);
  if (verb === 'report' && words.length === 0) return report(knowledge, today);
  if (verb === 'gaps' && words.length === 0) {
    const store = await openStore();
    try {
      return await gapsOf(store, prepareMind(knowledge));
    } finally {
      await store.close();
    }
  }
  const question = words.join(' ').trim();
  if ((verb !== 'ask' && verb !== 'read') || question === '') throw new OperatorError(USAGE);
  const language = Language.safeParse(values.language ?? (/[\u4e00-\u9fff]/.test(question) ? 'zh-CN' : 'en'));
  if (!language.success)
    throw new OperatorError(`--language takes ${LANGUAGES.join(' or ')}, not ${values.language}.`);
  if (verb === 'read') return readOf(question, language.data, moment, prepareMind(knowledge));
  const asked = ask(prepareMind(knowledge), question, language.data, today);
  return values.json ? JSON.stringify(asked, null, 2) : shown(asked);
}

function report(knowledge: Knowledge, today: string): string {
  const facts = factsOf(knowledge);
  const uses = usesOf(knowledge);
  const unused = facts.filter(({ fact }) => !uses.has(fact));
  const { stale, next } = reviewsOf(knowledge, today);
  const answers = [...knowledge.faq.values()];
  const wordings = answers.reduce(
    (sum, { questions }) =>
      sum + LANGUAGES.reduce((count, language) => count + questions[language].length, 0),
    0,
  );
  const count = (label: string, amount: number, most: number, note = ''): string =>
    `  ${label.padEnd(14)}${String(amount).padStart(4)}  ${'█'.repeat(Math.round((amount / Math.max(1, most)) * 30))}${note}`;
  const groups = FAQ_GROUPS.map(group => [group, answers.filter(one => one.group === group).length] as const);
  const mostAnswers = Math.max(...groups.map(([, amount]) => amount));
  const levels = (['high', 'medium', 'low'] as const).map(
    level => [level, facts.filter(({ provenance }) => provenance.confidence === level).length] as const,
  );
  const reviews = Map.groupBy(facts, ({ provenance }) => provenance.reviewBy);
  const months = [...reviews.keys()].sort();
  return [
    `Answers: ${answers.length}, with ${wordings} wordings in ${LANGUAGES.join(' and ')}`,
    ...groups.map(([group, amount]) => count(group, amount, mostAnswers)),
    '',
    `Facts: ${facts.length} (${knowledge.authorities.size} authorities, ${knowledge.rules.size} rules), ${facts.length - unused.length} used`,
    ...levels.map(([level, amount]) => count(level, amount, facts.length)),
    '',
    'Reviews',
    ...months.map(day =>
      count(
        day,
        reviews.get(day)?.length ?? 0,
        facts.length,
        day < today ? '  past, spoken with caution' : '',
      ),
    ),
    ...(stale.length > 0 ? [`  past their review: ${stale.map(one => one.fact).join(', ')}`] : []),
    ...(next ? [`  next, by ${next.day}: ${next.facts.map(one => one.fact).join(', ')}`] : []),
    '',
    `Used most: ${[...uses]
      .sort((a, b) => b[1].length - a[1].length)
      .slice(0, 5)
      .map(([fact, places]) => `${fact} (${places.length})`)
      .join(', ')}`,
    `Not used: ${unused.map(one => one.fact).join(', ') || 'none'}`,
    `Never published: ${[...knowledge.neverPublish.keys()].join(', ')}`,
    `Claims never made: ${knowledge.doNotSay.length}`,
  ].join('\n');
}

type Asked = ReturnType<typeof ask>;

/** What the bot would say to a question asked first thing, why, and what that stands on. */
function ask(mind: Mind, question: string, language: Language, today: string) {
  const { knowledge } = mind;
  const named = facetsIn(question, mind.understanding);
  const events = new Talk(mind, language, today).say(question);
  const faq = events.find(event => event.type === 'QuestionAnswered')?.faq ?? null;
  const facts = knowledge.faq.get(faq ?? '')?.facts ?? [];
  return {
    answer: faq,
    replies: repliesOf(events).map(({ act, text, buttons }) => ({
      act,
      text,
      buttons: (buttons ?? []).map(button => button.label),
    })),
    named,
    nearest: searchFaq(mind.faq, question, named).map(({ entry, score }) => ({
      answer: entry.id,
      score: Math.round(score * 100) / 100,
    })),
    basis: basisOf(facts, knowledge, language, today, day => day).map((basis, at) => ({
      fact: facts[at] ?? '',
      ...basis,
    })),
  };
}

function shown({ answer, replies, named, nearest, basis }: Asked): string {
  const facets = Object.entries(named).filter(([, ids]) => ids.length > 0);
  return [
    ...replies.flatMap(({ act, text, buttons }) => [
      `[${act}] ${text}`,
      ...(buttons.length > 0 ? [`  ${buttons.map(label => `〔${label}〕`).join(' ')}`] : []),
    ]),
    '',
    answer === null ? 'No answer of the knowledge was given.' : `Answer: knowledge/faq/${answer}.yaml`,
    `Named: ${facets.map(([facet, ids]) => `${facet} ${ids.join(', ')}`).join('; ') || 'nothing'}`,
    `Nearest: ${nearest.map(one => `${one.answer} ${one.score}`).join(', ') || 'none'}`,
    ...basis.map(one => `· ${one.fact}: ${one.title} – ${one.source} (as of ${one.day}; ${one.trust})`),
  ].join('\n');
}
