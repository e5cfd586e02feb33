import type { z } from 'zod';
import type { DeadlineChange } from '../../../console/deadlines.ts';
import type { Desk } from '../../../console/desk.ts';
import { CASE_REFUSALS } from '../../../core/case/decide.ts';
import { DeadlinePath } from '../../../protocol/console/deadlines.ts';
import { Changed, DeadlineOrder, PauseOrder } from '../../../protocol/console/desk.ts';
import { answerDone } from '../done.ts';
import { mediatorOf } from '../mediator-of.ts';
import { type ConsoleRoute, route } from '../route.ts';

/** What is done about the deadlines of a case. */
export function deadlineRoutes(desk: Desk): ConsoleRoute[] {
  const order = <B extends z.ZodType<{ id: string; version: number }>>(
    verb: 'pause' | 'resume' | 'meet',
    summary: string,
    body: B,
  ): ConsoleRoute =>
    route({
      method: 'POST',
      path: `/conversations/:id/cases/:number/deadlines/:deadline/${verb}`,
      summary,
      who: 'mediator',
      scope: 'cases:write',
      of: 'conversation',
      gives: 'deadline',
      params: DeadlinePath,
      body,
      answer: Changed,
      errors: ['stale', 'not-found', ...CASE_REFUSALS],
      async handle({ actor, params: { id, number, deadline }, body: sent }) {
        const { cases } = await desk.item(id);
        if (!cases.some(one => one.file.number === number)) return { refused: 'not-found' };
        const how = { command: `${verb}-deadline`, deadline, by: mediatorOf(actor) };
        return answerDone(await desk.changeDeadline(number, { ...sent, ...how } as DeadlineChange));
      },
    });
  return [
    order('pause', 'Stops the time of a deadline, with a reason', PauseOrder),
    order('resume', 'Lets it run again, also one that was marked as met by mistake', DeadlineOrder),
    order('meet', 'Says that what was due is done', DeadlineOrder),
  ];
}
