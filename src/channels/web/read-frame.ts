import type { z } from 'zod';
import { ClientFrame, SaidMessage } from '../../protocol/frames.ts';

/** `id` names the message that is refused, where that could be read. */
export type ReadFrame =
  | { frame: ClientFrame }
  | { refused: { reason: 'too-long' | 'malformed'; id?: string } };

/** Reads what came over a socket. Total: whatever it is, the answer is a frame or why it is none. */
export function readFrame(data: string): ReadFrame {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return { refused: { reason: 'malformed' } };
  }
  const parsed = ClientFrame.safeParse(json);
  if (parsed.success) return { frame: parsed.data };
  const id = messageId(json);
  const reason = parsed.error.issues.some(isTextTooLong) ? 'too-long' : 'malformed';
  return { refused: { reason, ...(id === null ? {} : { id }) } };
}

const isTextTooLong = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'too_big' && issue.path.join('.') === 'message.text';

/** The id of a message that is otherwise wrong, so that the client learns which of its messages was refused. */
function messageId(json: unknown): string | null {
  const message = (json as { message?: { id?: unknown } | null } | null)?.message;
  const id = SaidMessage.shape.id.safeParse(message?.id);
  return id.success ? id.data : null;
}
