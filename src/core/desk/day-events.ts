import { z } from 'zod';

/** What the desk remembers of a day without anybody's data: how long people waited, and whose turn it was. */
export const DeskDayEvent = z.discriminatedUnion('type', [
  /** Somebody was accepted after so many milliseconds; `position` and `onDuty` are of when they began to wait. */
  z.strictObject({ type: z.literal('WaitOver'), waitedMs: z.int(), position: z.int(), onDuty: z.int() }),
  /** Something was offered to a mediator. */
  z.strictObject({ type: z.literal('TurnTaken'), mediator: z.string() }),
]);
export type DeskDayEvent = z.infer<typeof DeskDayEvent>;
