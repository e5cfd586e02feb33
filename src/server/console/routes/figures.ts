import type { Figures } from '../../../console/figures.ts';
import type { Staff } from '../../../console/staff.ts';
import { statsRows } from '../../../core/desk/stats-rows.ts';
import { daysAsked, FiguresAnswer, FiguresQuestion } from '../../../protocol/console/figures.ts';
import { csvOf } from '../csv.ts';
import { type ConsoleRoute, type Refusal, route } from '../route.ts';

const CSV = 'text/csv; charset=utf-8';

/** How the work goes. */
export const figuresRoutes = (figures: Figures, { audit }: Staff): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/stats',
    summary: 'Numbers of some days: arrivals, waiting, first response, time to close, outcomes',
    who: 'supervisor',
    scope: 'stats:read',
    query: FiguresQuestion,
    answer: FiguresAnswer,
    async handle({ query }) {
      const days = daysAsked(query, figures.today());
      return 'problem' in days ? refusal(days.problem) : figures.of(days);
    },
  }),
  route({
    method: 'GET',
    path: '/stats.csv',
    summary: 'The same as a table that a spreadsheet opens; that it was taken away is noted in the audit',
    who: 'supervisor',
    scope: 'stats:read',
    query: FiguresQuestion,
    answer: { file: [CSV] },
    async handle({ actor, query }) {
      const days = daysAsked(query, figures.today());
      if ('problem' in days) return refusal(days.problem);
      const found = await figures.of(days);
      await audit.note(actor, 'figures-exported', null, days);
      const name = `parley-${days.from}-${days.to}.csv`;
      return { type: CSV, name, bytes: csvOf(statsRows(found, found)) };
    },
  }),
];

const refusal = (problem: string): Refusal => ({ refused: 'bad-request', fields: [`query: ${problem}`] });
