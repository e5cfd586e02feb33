import { z } from 'zod';
import { Id, Localized } from './localized.ts';
import { Provenance } from './provenance.ts';

/** A hotline, portal or office. The bot can show no number that does not stand here. */
export const Authority = z.strictObject({
  id: Id,
  name: Localized,
  /** Digits as dialled. Absent for a portal or an office that is reached another way. */
  phone: z
    .string()
    .regex(/^\+?\d[\d -]*$/)
    .optional(),
  /** False where people must not call the number themselves (it only sends warnings). */
  dial: z.boolean().default(true),
  scope: Localized,
  hours: Localized.optional(),
  ...Provenance.shape,
});
export type Authority = z.infer<typeof Authority>;
