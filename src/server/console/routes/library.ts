import type { Library } from '../../../console/library.ts';
import {
  AnswerList,
  AnswersQuestion,
  NegotiationList,
  NegotiationsQuestion,
  QuestionList,
} from '../../../protocol/console/library.ts';
import { type ConsoleRoute, route } from '../route.ts';

/** What mediators look up while they talk. */
export const libraryRoutes = (library: Library): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/negotiations',
    summary: 'Kinds of matters, with their names',
    who: 'mediator',
    scope: 'cases:read',
    query: NegotiationsQuestion,
    answer: NegotiationList,
    handle: async ({ query: { language } }) => ({ negotiations: library.negotiations(language) }),
  }),
  route({
    method: 'GET',
    path: '/questions',
    summary: 'What the forms ask for, with its names',
    who: 'mediator',
    scope: 'cases:read',
    query: NegotiationsQuestion,
    answer: QuestionList,
    handle: async ({ query: { language } }) => ({ questions: library.questions(language) }),
  }),
  route({
    method: 'GET',
    path: '/answers',
    summary: 'Answers that Parley knows, nearest to a question first',
    who: 'mediator',
    scope: 'cases:read',
    query: AnswersQuestion,
    answer: AnswerList,
    handle: async ({ query: { q, language, limit } }) => ({ answers: library.answers(q, language, limit) }),
  }),
];
