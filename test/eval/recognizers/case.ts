import { z } from 'zod';

/** One case of a file of Recognizers-Text (MIT). `Resolution` has a shape of its own for each kind of value. */
export const Case = z.looseObject({
  Input: z.string(),
  Context: z.looseObject({ ReferenceDateTime: z.string().optional() }).nullish(),
  /** What must be found and nothing else. `Start` and `End` are UTF-16 offsets, the end included. */
  Results: z.array(
    z.looseObject({
      Text: z.string(),
      TypeName: z.string(),
      Start: z.number().optional(),
      End: z.number().optional(),
      Resolution: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});
export type Case = z.infer<typeof Case>;
export type Result = Case['Results'][number];
