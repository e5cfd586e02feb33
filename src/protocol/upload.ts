import { z } from 'zod';
import { Evidence, Refusal } from '../core/conversation/events.ts';

/** What a file posted to `UPLOAD_PATH` is answered with. */
export const UploadAnswer = z.union([
  z.strictObject({ taken: Evidence }),
  z.strictObject({ refused: Refusal }),
]);
export type UploadAnswer = z.infer<typeof UploadAnswer>;
