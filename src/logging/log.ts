import { pino, stdTimeFunctions } from 'pino';
import { prettyLine } from './pretty-line.ts';
import { safeError } from './safe-error.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Plain values a line may have beside its words. There is no place in it for what somebody said, sent or is called. */
export type LogDetails = Record<string, string | number | boolean>;

export interface Log {
  info(words: string, details?: LogDetails): void;
  warn(words: string, details?: LogDetails): void;
  /** `repeats` says how often the same was left out before. */
  error(error: unknown, repeats: number): void;
}

/** Names under which nothing is ever written, should a line come to have them. */
const SECRETS = ['token', 'authorization', 'text', 'name', 'phone', 'address', 'conversation'];

export interface LogOptions {
  level: LogLevel;
  /** For a person at a terminal instead of one JSON object a line. */
  isPretty: boolean;
  /** Takes whole lines. */
  output: { write(line: string): unknown };
}

/** A log of one JSON object a line. */
export function openLog({ level, isPretty, output }: LogOptions): Log {
  const to = isPretty ? { write: (line: string) => output.write(prettyLine(line)) } : output;
  const lines = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      redact: SECRETS,
      serializers: { error: safeError },
    },
    { write: line => void to.write(line) },
  );
  return {
    info: (words, details = {}) => lines.info(details, words),
    warn: (words, details = {}) => lines.warn(details, words),
    error: (error, repeats) => lines.error({ error, ...(repeats > 0 && { repeats }) }, 'something failed'),
  };
}
