import { safeText } from './safe-text.ts';

/** What a log may hold of an error. */
export interface SafeError {
  type: string;
  message: string;
  /** Code of the system or of a library: ENOSPC, ERR_SQLITE_ERROR. */
  code?: string;
  /** SQLite's own code. */
  errcode?: number;
  syscall?: string;
  /** Where it happened: the frames alone, for the lines above them repeat the message. */
  at: string[];
  cause?: SafeError;
}

const MOST_FRAMES = 12;
const MOST_CAUSES = 4;

/** Whatever was thrown, without anything that could tell of a person. Other properties of an error are left out. */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, message: safeText(String(error)), at: [] };
  const { code, errcode, syscall } = error as { code?: unknown; errcode?: unknown; syscall?: unknown };
  return {
    type: error.name,
    message: safeText(error.message),
    ...(typeof code === 'string' && { code: safeText(code) }),
    ...(typeof errcode === 'number' && { errcode }),
    ...(typeof syscall === 'string' && { syscall: safeText(syscall) }),
    at: framesOf(error),
    ...(error.cause !== undefined && depth < MOST_CAUSES && { cause: safeError(error.cause, depth + 1) }),
  };
}

/** Function names and places of the code, as V8 writes them; other lines of a stack are the message again. */
const framesOf = ({ stack = '' }: Error): string[] =>
  stack
    .split('\n')
    .flatMap(line => /^ {4}at (.*)$/.exec(line)?.[1] ?? [])
    .filter(frame => FRAME.test(frame))
    .slice(0, MOST_FRAMES);

const FRAME = /^(?:async )?(?:[\w.$#<>[\] ]+ \()?(?:node:|file:\/\/|\/|[A-Z]:\\)[^()\s]+:\d+:\d+\)?$/;
