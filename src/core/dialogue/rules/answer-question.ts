import type { FaqButton, FaqEntry } from '../../knowledge/faq.ts';
import type { Button } from '../../conversation/events.ts';
import { keepStory } from '../keep-story.ts';
import { cautionFor, cite } from '../render.ts';
import { unknownHotline } from '../unknown-hotline.ts';
import { type Rule, SURE_ENOUGH, type Turn, WORTH_OFFERING } from '../turn.ts';

/** Two answers whose scores lie closer than this are both offered. */
const TOO_CLOSE = 0.04;

const SURE_WITHOUT_MARK = 0.8;

const VERY_QUESTION = 0.9;

/** A question is answered from the knowledge, in the middle of a form too; what is not known is said, and the nearest offered. */
export const answerQuestion: Rule = {
  name: 'answer-question',
  apply(turn) {
    if (turn.pressed) {
      const entry =
        turn.pressed.verb === 'faq' ? turn.mind.faq.entries.get(turn.pressed.argument) : undefined;
      if (!entry) return undefined;
      answer(turn, entry);
      return 'done';
    }
    // Outside a form a question may come without its mark: 「花呗怎么延期」, 「12378」.
    const mayAsk = turn.reading.isQuestion || (!turn.negotiation && turn.filled.length === 0);
    if (!mayAsk) return undefined;
    const [best, second] = turn.faqHits;
    const score = best?.score ?? 0;
    const asks = turn.reading.isQuestion || namesHotlineOnly(turn) || score >= SURE_WITHOUT_MARK;
    if (!asks || (turn.filled.length > 0 && score < SURE_ENOUGH)) return undefined;
    const strange = unknownHotline(turn.reading.text, turn.mind.knowledge) !== null;
    if (best && best.score >= (namesSomething(turn) ? SURE_ENOUGH : SURE_WITHOUT_MARK) && !strange) {
      if (second && second.score > 0.3 && best.score - second.score < TOO_CLOSE && best.score < 0.9)
        offer(turn);
      else answer(turn, best.entry);
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

function answer(turn: Turn, entry: FaqEntry): void {
  turn.understood = true;
  const { knowledge } = turn.mind;
  const { language } = turn.state;
  const doubtful = cautionFor(entry.facts, knowledge, turn.today);
  const caution = doubtful === null ? '' : `\n${turn.words('caution', { day: turn.day(doubtful) })}`;
  turn.emit({ type: 'QuestionAnswered', faq: entry.id });
  turn.replies.push({
    act: 'answer',
    faq: entry.id,
    text: cite(entry.answer[language], knowledge, language) + caution,
    buttons: entry.buttons.map(button => asButton(turn, button)).filter(button => button !== null),
  });
  if (turn.negotiation) return;
  // Outside a form the answer's own buttons lead on; a list of types below them would bury the answer. What was told
  // beside the question is kept for the form that one of them may open; the question itself is no story.
  if (!isTheVeryQuestion(turn, entry)) keepStory(turn);
  turn.asksOn = false;
}

/** Whether the message is one of the answer's own wordings, or close to it. */
const isTheVeryQuestion = ({ faqHits: [best] }: Turn, entry: FaqEntry): boolean =>
  best?.entry === entry && best.score >= VERY_QUESTION;

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
  const near = turn.faqHits.filter(hit => hit.score >= WORTH_OFFERING).slice(0, 3);
  const buttons = near.map(({ entry }) => ({
    label: entry.questions[language][0] ?? entry.id,
    value: `faq:${entry.id}`,
  }));
  const [type] = turn.negotiation ? [] : turn.reading.types;
  const label = type && turn.mind.knowledge.negotiations.get(type.negotiation)?.label[language];
  if (type && label) buttons.push({ label, value: `type:${type.negotiation}` });
  const unknown = unknownHotline(turn.reading.text, turn.mind.knowledge);
  turn.say(
    'offer-answers',
    { number: unknown?.number ?? '', near: unknown?.near ?? '' },
    {
      key: unknown
        ? unknown.near
          ? 'unknown-hotline-near'
          : 'unknown-hotline'
        : buttons.length > 0
          ? 'offer-answers'
          : 'unknown-question',
      buttons: [...buttons, turn.button('button-human', 'act:human')],
    },
  );
  if (!turn.negotiation) turn.asksOn = buttons.length === 0;
}
