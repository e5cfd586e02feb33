import type { Figures } from '../../../console/figures.ts';
import type { Staff } from '../../../console/staff.ts';
import { statsRows } from '../../../core/desk/stats-rows.ts';
import { FiguresAnswer, FiguresQuestion, problemWithDays } from '../../../protocol/console/figures.ts';
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
    handle: async ({ query }) => tooMany(query) ?? (await figures.of(query)),
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
      const refusal = tooMany(query);
      if (refusal) return refusal;
      const found = await figures.of(query);
      await audit.note(actor, 'figures-exported', null, query);
      const name = `parley-${query.from}-${query.to}.csv`;
      return { type: CSV, name, bytes: csvOf(statsRows(found, found)) };
    },
  }),
];

function tooMany(days: { from: string; to: string }): Refusal | null {
  const problem = problemWithDays(days);
  return problem === null ? null : { refused: 'bad-request', fields: [`query: ${problem}`] };
}
