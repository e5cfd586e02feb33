import type { FaqButton, FaqEntry } from '../../knowledge/faq.ts';
import type { Button } from '../../conversation/events.ts';
import { LANGUAGES } from '../../knowledge/localized.ts';
import { normalize } from '../../language/normalize.ts';
import { withoutPersonalData } from '../../nlu/without-personal-data.ts';
import { strip } from '../../nlu/strip.ts';
import { keepStory } from '../keep-story.ts';
import { cite } from '../render.ts';
import { sayStrange } from '../say-strange.ts';
import { unknownHotline } from '../unknown-hotline.ts';
import { WORTH_OFFERING } from '../find-answers.ts';
import type { Rule, Turn } from '../turn.ts';

/** So near must an answer be to what has no mark of a question, and nearer where it names nothing of our field. */
const SURE_WITHOUT_MARK = { withProductOrHotline: 0.65, withNeither: 0.75 };
/** So near must an answer be to be offered for what is no question. */
const NEAR_WITHOUT_MARK = 0.3;

/** A question is answered from the knowledge, in the middle of a form too; what is not known is said, and the nearest offered. */
export const answerQuestion: Rule = {
  name: 'answer-question',
  apply(turn) {
    if (turn.pressed) {
      const entry =
        turn.pressed.verb === 'faq' ? turn.mind.knowledge.faq.get(turn.pressed.argument) : undefined;
      if (!entry) return undefined;
      answer(turn, entry, entry.questions[turn.state.language][0] ?? '');
      return 'done';
    }
    // Outside a form a question may come without its mark: 「花呗怎么延期」, 「12378」.
    const mayAsk = turn.reading.isQuestion || (!turn.negotiation && turn.filled.length === 0);
    if (!mayAsk) return undefined;
    const { hits, question } = turn.found;
    const [best] = hits;
    const score = best?.score ?? 0;
    const { isQuestion, products, hotlines } = turn.reading;
    const named = products.length > 0 || hotlines.length > 0;
    const sure = named ? SURE_WITHOUT_MARK.withProductOrHotline : SURE_WITHOUT_MARK.withNeither;
    const asks = isQuestion || namesHotlineOnly(turn) || score >= sure;
    // What neither asks nor tells a matter may still be near to an answer: better offered than not understood.
    const mayMean = score >= NEAR_WITHOUT_MARK && namesSomething(turn) && !turn.understood;
    if ((!asks && !mayMean) || (turn.filled.length > 0 && !turn.isAnswered)) return undefined;
    const isStrange = unknownHotline(turn.reading.text, turn.mind) !== null;
    if (best && asks && turn.isAnswered && !isStrange) {
      answer(turn, best.entry, question);
      return turn.filled.length > 0 ? undefined : 'done';
    }
    if (turn.understood) return undefined;
    offer(turn);
    return 'done';
  },
};

/** 「12378」 or 「那12315呢」 asks about the number; a story in which somebody called one does not. */
const namesHotlineOnly = ({ reading, message }: Turn): boolean =>
  reading.hotlines.length > 0 && message.text.trim().length <= 16;

/** 这是什么意思 shares its words with many questions and is about nothing. */
function namesSomething({ reading }: Turn): boolean {
  return reading.products.length > 0 || reading.hotlines.length > 0 || reading.actions.length > 0;
}

/** @param question as it was asked, a follow-up written out in full */
function answer(turn: Turn, entry: FaqEntry, question: string): void {
  turn.understood = true;
  const { knowledge } = turn.mind;
  const { language } = turn.state;
  const { id, text: words } = turn.message;
  turn.emit({
    type: 'QuestionAnswered',
    faq: entry.id,
    question,
    ...(question === words ? { message: id } : {}),
  });
  const buttons = entry.buttons.map(button => asButton(turn, button)).filter(button => button !== null);
  const text = cite(entry.answer[language], knowledge, language);
  // A form that is under way asks its own question next; two at once would be one too many.
  const ask = turn.negotiation ? undefined : entry.ask?.[language];
  turn.inform({ act: 'answer', faq: entry.id, text, ...(ask ? {} : { buttons }) }, entry.facts, 'whole');
  if (ask) turn.speak({ act: 'answer-ask', faq: entry.id, text: ask, buttons }, [], 'whole');
  if (turn.negotiation) return;
  // Outside a form the answer's own buttons lead on; a list of types below them would bury the answer. What was told
  // beside the question is kept for the form that one of them may open; the question itself is no story.
  if (!isTheVeryQuestion(turn, entry)) keepStory(turn);
  turn.asksOn = false;
}

/** Whether the message is one of the answer's own wordings. */
function isTheVeryQuestion({ reading, mind }: Turn, entry: FaqEntry): boolean {
  const { fillers } = mind.understanding;
  const words = strip(reading.text, fillers);
  return LANGUAGES.some(language =>
    entry.questions[language].some(question => strip(normalize(question), fillers) === words),
  );
}

function asButton(turn: Turn, button: FaqButton): Button | null {
  const { language } = turn.state;
  const { knowledge } = turn.mind;
  const own = button.label?.[language];
  if (button.type !== undefined) {
    if (turn.negotiation) return null;
    const label = own ?? knowledge.negotiations.get(button.type)?.label[language];
    return label ? { label, value: `type:${button.type}` } : null;
  }
  if (button.faq !== undefined) {
    const label = own ?? knowledge.faq.get(button.faq)?.questions[language][0];
    return label ? { label, value: `faq:${button.faq}` } : null;
  }
  if (button.act === undefined || (button.act === 'types' && turn.negotiation)) return null;
  return { label: own ?? turn.words(`button-${button.act}`), value: `act:${button.act}` };
}

/** Says honestly that this is not known and offers the nearest answers and a human. */
function offer(turn: Turn): void {
  turn.understood = true;
  const { language } = turn.state;
  const near = turn.found.hits.filter(hit => hit.score >= WORTH_OFFERING).slice(0, 3);
  if (turn.reading.isQuestion)
    turn.emit({
      type: 'QuestionUnanswered',
      question: asked(turn),
      nearest: near.map(({ entry }) => entry.id),
    });
  const buttons = near.map(({ entry }) => ({
    label: entry.questions[language][0] ?? entry.id,
    value: `faq:${entry.id}`,
  }));
  const [type] = turn.negotiation ? [] : turn.reading.types;
  const label = type && turn.mind.knowledge.negotiations.get(type.negotiation)?.label[language];
  if (type && label) buttons.push({ label, value: `type:${type.negotiation}` });
  buttons.push(turn.button('button-human', 'act:human'));
  const strange = unknownHotline(turn.reading.text, turn.mind);
  if (strange) sayStrange(turn, strange, buttons);
  else
    turn.say(
      'offer-answers',
      {},
      { key: buttons.length > 1 ? 'offer-answers' : 'unknown-question', buttons },
    );
  if (!turn.negotiation) turn.asksOn = buttons.length === 1;
}

/** So much of a question is kept to learn what is asked; nobody's story. */
const LONGEST_KEPT = 80;

/** The asking clauses of the message, without personal data. */
function asked({ reading, message }: Turn): string {
  const [first] = reading.questions;
  const last = reading.questions.at(-1);
  const [start, end] = first && last ? [first.start, last.end] : [0, message.text.length];
  const values = reading.values
    .filter(value => start <= value.start && value.end <= end)
    .map(value => ({ ...value, start: value.start - start, end: value.end - start }));
  return withoutPersonalData(message.text.slice(start, end), values).trim().slice(0, LONGEST_KEPT);
}
