import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { turnReport } from '../../core/conversation/views/turn-report.ts';
import type { ConversationEvent } from '../../core/conversation/events.ts';
import type { Language } from '../../core/knowledge/localized.ts';
import type { IncomingMessage, TurnOutcome } from '../channel.ts';

const FOLDER = 'test/transcripts';
const NAME = /^[a-z0-9-]+\/[a-z0-9-]+$/;

interface RecordedTurn {
  line: string;
  file: string | null;
  message: IncomingMessage;
  outcome: TurnOutcome;
}

/** Whether a name is `<phenomenon>/<a-sentence>`, lower-case words joined by hyphens. */
export const isTranscriptName = (name: string): boolean => NAME.test(name);

/** Keeps a talk as a transcript test: acts and slots, never wording. */
export class Recording {
  readonly #turns: object[] = [];
  readonly #language: Language;
  readonly #now: string;

  constructor(language: Language, now: string) {
    this.#language = language;
    this.#now = now;
  }

  add({ line, file, message, outcome }: RecordedTurn): void {
    const events = outcome.events.map(stored => stored.event as ConversationEvent);
    const report = turnReport(events, outcome.state);
    const said =
      file === null
        ? { user: line }
        : { file, ...(message.refusals ? { refused: message.refusals[0]?.reason } : {}) };
    this.#turns.push({
      ...said,
      acts: report.replies.map(reply => reply.act),
      ...(report.values.length > 0
        ? { values: report.values.map(({ slot, value, status }) => ({ slot, status, value })) }
        : {}),
      type: report.type,
      asking: report.asking,
      filed: report.case !== null,
      handoff: report.handoff,
      ...(report.faq === undefined ? {} : { faq: report.faq }),
    });
  }

  /** Writes `test/transcripts/<name>.yaml` and returns its path. Rejects rather than overwrite a transcript. */
  async write(name: string): Promise<string> {
    const path = join(FOLDER, `${name}.yaml`);
    await mkdir(dirname(path), { recursive: true });
    const transcript = { language: this.#language, now: this.#now, turns: this.#turns };
    await writeFile(path, stringify(transcript, { lineWidth: 110 }), { flag: 'wx' });
    return path;
  }
}
