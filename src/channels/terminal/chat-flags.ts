import { parseArgs } from 'node:util';
import { Language } from '../../core/knowledge/localized.ts';
import { isTranscriptName } from './recording.ts';

/** A flag of `npm run chat` cannot be used; the message says which, and what it takes. */
export class ChatFlagError extends Error {}

export interface ChatFlags {
  language: Language;
  /** Milliseconds at which the clock stands still; null: it runs. */
  now: number | null;
  /** The data folder; null: the configured one. */
  data: string | null;
  json: boolean;
  /** Whether it is told how each text came by its words. */
  explain: boolean;
  /** `<phenomenon>/<a-sentence>`: record the talk as this transcript. */
  record: string | null;
}

/** @throws ChatFlagError */
export function readChatFlags(args: string[]): ChatFlags {
  const { values } = parseArgs({
    args,
    options: {
      language: { type: 'string', default: 'zh-CN' },
      now: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      record: { type: 'string' },
    },
  });
  const { data = null, json, explain, record = null } = values;
  const language = Language.safeParse(values.language);
  if (!language.success) throw new ChatFlagError(`--language takes zh-CN or en, not ${values.language}.`);
  const now = values.now === undefined ? null : Date.parse(values.now);
  if (now !== null && Number.isNaN(now))
    throw new ChatFlagError(`--now takes an ISO instant such as 2026-11-24T02:00:00Z, not ${values.now}.`);
  if (record !== null && !isTranscriptName(record)) {
    throw new ChatFlagError(
      `--record takes <phenomenon>/<a-sentence> in lower-case words joined by hyphens, not ${record}.`,
    );
  }
  return { language: language.data, now, data, json, explain, record };
}
