import { type Comparison, meansTheSame, tokensOf } from './compare.ts';
import type { Clause, Side, Token } from './token.ts';
import type { Veto } from './veto.ts';
import type { Vocabulary } from './vocabulary.ts';

/** 怎么答复的 and 答复是什么 ask for the same. */
const OPEN = new Set(['how', 'what', 'which']);
/** 要不要 asks for something else than 有没有. */
const MODAL = new Set(['要', '会', '该', '想', '肯', '敢', '愿']);
/** What can be asked for by a request instead: the number, please. */
const REQUESTED = new Set(['open', 'how_much']);

/** What is asked for, and how often. */
function asked(clauses: readonly Clause[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, meanings } of tokensOf(clauses)) {
    if (kind !== 'ask') continue;
    const found = meanings.find(meaning => !meaning.startsWith('alike-')) ?? '';
    const whether = found === 'whether' && MODAL.has(meanings[1] ?? '') ? `whether-${meanings[1]}` : found;
    const meaning = OPEN.has(whether) ? 'open' : whether;
    counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  }
  return counts;
}

const requestsIn = (clauses: readonly Clause[], requests: ReadonlySet<string>): number =>
  tokensOf(clauses).filter(({ words }) => requests.has(words)).length;

/** 方便说说…吗: the question is another one. */
const isPolitelyPut = (clauses: readonly Clause[]): boolean =>
  tokensOf(clauses).some(({ words }) => words.startsWith('方便'));

/** The same is asked, and where nothing was asked nothing is. A question may be asked as a request. */
export function checkQuestion({ draft, rewording }: Comparison, { requests }: Vocabulary): Veto | null {
  const [before, after] = [asked(draft.clauses), asked(rewording.clauses)];
  const [wasQuestion, isQuestion] = [draft, rewording].map(({ text }) => /[?？]/.test(text));
  const isRequest = requestsIn(rewording.clauses, requests) > requestsIn(draft.clauses, requests);
  for (const [meaning, times] of before) {
    const missing = times - (after.get(meaning) ?? 0);
    const isPolite = meaning === 'whether' && isPolitelyPut(draft.clauses) && after.size > 0;
    if (missing > 0 && !isPolite && !(isRequest && REQUESTED.has(meaning)))
      return { reason: 'question', words: meaning };
  }
  for (const [meaning, times] of after) {
    const more = times - (before.get(meaning) ?? 0);
    if (more <= 0 || (meaning === 'whether' && wasQuestion && more === 1)) continue;
    const isIndefinite = !isQuestion && before.size === 0 && (meaning === 'open' || meaning === 'where');
    if (!isIndefinite) return { reason: 'question', words: meaning };
  }
  if (beginsWithOr(rewording) && !beginsWithOr(draft)) return { reason: 'question', words: '还是' };
  const moved = movedMark(draft, rewording) ?? movedMark(rewording, draft);
  if (moved !== null && !isRequest) return { reason: 'question', words: moved };
  if (!wasQuestion && isQuestion) return { reason: 'question', words: '?' };
  if (wasQuestion && !isQuestion && !isRequest) return { reason: 'question', words: '' };
  return null;
}

/** What was asked is told now: the words of a question that stand in no question any more. */
function movedMark(asked: Side, other: Side): string | null {
  const inQuestion = (side: Side, isIn: boolean): Token[] =>
    side.clauses
      .filter((_, at) => side.questions.has(side.sentences[at] ?? 0) === isIn)
      .flat()
      .filter(({ kind }) => kind === 'plain');
  const [told, questioned] = [inQuestion(other, false), inQuestion(other, true)];
  const elsewhere = inQuestion(asked, false);
  const moved = inQuestion(asked, true).filter(
    token =>
      told.some(one => meansTheSame(one, token)) &&
      !questioned.some(one => meansTheSame(one, token)) &&
      !elsewhere.some(one => meansTheSame(one, token)),
  );
  return moved.length > 0 && questioned.length > 0 ? (moved[0]?.words ?? '') : null;
}

/** 是自用，还是做生意 offers two things, 还是自用 says that it has not changed. */
const beginsWithOr = ({ clauses }: Side): boolean =>
  clauses
    .find(clause => clause.some(({ kind }) => kind === 'plain'))
    ?.some(({ words }) => words === '还是') ?? false;
