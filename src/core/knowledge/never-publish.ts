import { z } from 'zod';
import { Id, Localized } from './localized.ts';
import { Provenance } from './provenance.ts';

/** A number that goes round as a hotline and is wrong or could not be verified: no text may ever show it. */
export const NeverPublish = z.strictObject({
  number: z.string().regex(/^\d{3,}$/, 'a number is digits, in quotes'),
  /** What it is taken for. */
  said: Localized,
  why: Localized,
  /** The authority whose number people look for; absent where none is known. */
  instead: Id.optional(),
  ...Provenance.shape,
});
export type NeverPublish = z.infer<typeof NeverPublish>;
