import { addDays } from '../language/day.ts';
import type { Conversation } from '../conversation/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/localized.ts';
import type { Route } from '../knowledge/route.ts';
import { holds } from './holds.ts';
import { cite } from './render.ts';
import type { Turn } from './turn.ts';
import { showWarnings } from './warnings.ts';

/** The first row of the decision table that fits what is known; null where none does. */
export function routeOf(knowledge: Knowledge, state: Conversation, today: string): Route | null {
  return knowledge.routes.find(route => holds(route.when, state, today)) ?? null;
}

export const routeLines = (steps: Route['first'], knowledge: Knowledge, language: Language): string[] =>
  steps.map(step => cite(step.text[language], knowledge, language));

/** Files the case: the number, what happens next and by when, and what the person can do meanwhile. */
export function file(turn: Turn): void {
  const { freshCaseNumber: number, receiver, answerWithinDays } = turn.moment;
  const answerBy = addDays(turn.today, answerWithinDays);
  turn.asksOn = false;
  turn.emit({ type: 'CaseFiled', number, answerBy });
  turn.say(
    'filed',
    { number, receiver, by: turn.day(answerBy) },
    {
      card: { kind: 'case', title: turn.words('card-case'), number },
      buttons: [turn.button('button-status', 'act:status')],
    },
  );
  sayRoute(turn);
  showWarnings(turn, 'after-filing');
}

/** Where the person can turn themselves, from the decision table. */
export function sayRoute(turn: Turn): void {
  const { knowledge } = turn.mind;
  const route = routeOf(knowledge, turn.state, turn.today);
  if (!route) return;
  const { language } = turn.state;
  const lines = (steps: Route['first']): string =>
    routeLines(steps, knowledge, language)
      .map((line, at) => `${at + 1}. ${line}`)
      .join('\n');
  const notes = route.notes.map(note => cite(note[language], knowledge, language)).join('\n');
  const text = [turn.words('route-first'), lines(route.first)];
  if (route.then.length > 0) text.push(turn.words('route-then'), lines(route.then));
  turn.inform({ act: 'route', text: [...text, notes].filter(part => part !== '').join('\n') }, route.facts);
}
