import { z } from 'zod';
import { LANGUAGES } from '../../src/core/knowledge/localized.ts';
import { ServerFrame } from '../../src/protocol/frames.ts';
import { ConsoleServerFrame } from '../../src/protocol/console/frames.ts';
import { ErrorAnswer } from '../../src/protocol/console/errors.ts';
import { SignInWays } from '../../src/protocol/console/session.ts';
import { UploadAnswer } from '../../src/protocol/upload.ts';
import { WIDGET_WORDS } from '../../src/protocol/widget-words.ts';
import type { Answer } from './answer.ts';
import { type HttpReply, httpRepliesIn } from './http-replies.ts';
import { CANARY, type Input, type Owned } from './input.ts';
import { textFramesIn } from './text-frames.ts';

export interface Secrets {
  /** Of a supervisor; some inputs have one. */
  sessions: string[];
  /** Words that no reply may ever have: keys and tokens. */
  never: string[];
  /** A conversation whose token some inputs have and others have not. */
  victim: Owned;
}

const settings = z.strictObject({
  words: z.record(z.enum(WIDGET_WORDS), z.string()),
  phones: z.array(z.string()),
  limits: z.strictObject({ maxBytes: z.int(), maxFiles: z.int() }),
});
const failure = z.strictObject({
  error: z.string().regex(/^[a-z-]+$/),
  retryAfter: z.int().optional(),
  languages: z.array(z.enum(LANGUAGES)).optional(),
});
const consoleFailure = z.strictObject({
  ...ErrorAnswer.shape,
  fields: z.array(z.string()).optional(),
});
const body = z.union([
  consoleFailure,
  SignInWays,
  z.looseObject({ openapi: z.literal('3.1.0') }),
  UploadAnswer,
  failure,
  settings,
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ready: z.boolean() }),
]);
const TEXTS = /^(text\/(html|javascript|css|csv)); charset=utf-8$/;
/** What a supervisor is shown: whatever is in it, the server holds it against the schema of its route itself. */
const shown = z.looseObject({});
/** What a supervisor is refused may say what stands there instead. */
const refused = z.looseObject(ErrorAnswer.shape);

/** What is wrong with an answer, or null. How long it took is not judged here. */
export function wrongIn(input: Input, answer: Answer, secrets: Secrets): string | null {
  if (answer.isSilent) return 'no answer and no closed connection';
  try {
    if (answer.way === 'port') repliesAreRight(input, answer.reply, secrets);
    else if (answer.way === 'console') consoleFramesAreRight(answer.frames, secrets);
    else framesAreRight(input, answer.frames, secrets);
    return null;
  } catch (error) {
    return error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : String(error);
  }
}

function repliesAreRight(input: Input, bytes: Buffer, secrets: Secrets): void {
  tellsNone(bytes.toString('latin1'), secrets.never);
  const { replies, rest } = httpRepliesIn(bytes);
  const isInside = secrets.sessions.some(session => input.bytes.includes(session));
  for (const reply of replies) replyIsRight(reply, isInside);
  if (replies.at(-1)?.status === 101) framesAreRight(input, textFramesIn(rest), secrets);
  else if (rest.length > 0) throw new Error(`a reply breaks off: ${rest.toString('latin1', 0, 80)}`);
}

function replyIsRight({ status, headers, body: content }: HttpReply, isInside: boolean): void {
  if (status >= 500) throw new Error(`a reply with status ${status}`);
  const type = headers.get('content-type') ?? '';
  if (content.length === 0 || TEXTS.test(type)) return;
  if (!type.startsWith('application/json')) throw new Error(`a reply of type ${type}`);
  const answer: unknown = JSON.parse(content.toString());
  if (isInside && shown.safeParse(answer).success && status < 400) return;
  if (isInside && refused.safeParse(answer).success) return;
  const value = body.parse(answer);
  // A file's name may come back to whom it belongs.
  if (!('taken' in value || 'refused' in value)) tellsNone(content.toString(), [CANARY]);
}

function framesAreRight(input: Input, frames: string[], { never, victim }: Secrets): void {
  for (const text of frames) {
    tellsNone(text, never);
    const frame = ServerFrame.parse(JSON.parse(text));
    // The id comes back to whom it belongs.
    if (frame.type === 'refused') tellsNone(text.replace(frame.id ?? '', ''), [CANARY]);
    if (frame.type === 'refused' && frame.reason === 'not-saved') throw new Error('a message was not saved');
    if (frame.type === 'welcome' && !input.bytes.includes(victim.token))
      throw new Error('somebody without the token was let into a conversation');
  }
}

function consoleFramesAreRight(frames: string[], { never }: Secrets): void {
  for (const text of frames) {
    tellsNone(text, never);
    ConsoleServerFrame.parse(JSON.parse(text));
  }
}

function tellsNone(reply: string, secrets: string[]): void {
  if (secrets.some(secret => reply.includes(secret))) throw new Error('a reply tells a secret');
}
