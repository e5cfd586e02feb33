import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ConversationEvent } from '../../core/conversation/events.ts';
import { turnReport } from '../../core/conversation/views/turn-report.ts';
import type { Language } from '../../core/knowledge/localized.ts';
import type { StoredEvent } from '../../stores/store.ts';
import type { Conversations, IncomingMessage, TurnOutcome } from '../channel.ts';
import { explain } from './explain/explain.ts';
import { notSaved } from './not-saved.ts';
import { printReplies, repliesIn } from './print.ts';
import { Recording } from './recording.ts';

export interface TerminalOptions {
  language: Language;
  /** One JSON line per input line instead of text. */
  json: boolean;
  /** Whether to tell how each text came by its words. */
  explain: boolean;
  /** `<phenomenon>/<a-sentence>`: write the talk as a transcript test. */
  record: { path: string; now: string } | null;
  interactive: boolean;
  input: Readable;
  output: Writable;
  /** Width of the terminal now, in places of a Latin letter. */
  columns: () => number;
  /** Told why something could not be saved. */
  onError: (error: unknown) => void;
}

const PROMPT = '\n> ';

/** What could not be saved, in one sentence for whoever sits there. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
}

/**
 * Talks with one person at a terminal, or answers piped lines one by one. Resolves when the input ends. What cannot be
 * saved is put back where it was typed; of piped lines none is left out, so the first that cannot be saved is the last.
 * @throws NotSaved
 */
export async function talkAtTerminal(conversations: Conversations, options: TerminalOptions): Promise<void> {
  const { language, json, interactive, input, output, columns, onError } = options;
  const { conversation } = await conversations.open({ language, channel: 'terminal' }).catch(error => {
    onError(error);
    throw new NotSaved(notSaved(language).opening);
  });
  const recording = options.record ? new Recording(language, options.record.now) : null;
  const print = (text: string): void => {
    output.write(`${text}\n`);
  };
  if (!json) print(await greeting());

  const lines = createInterface({
    input,
    terminal: interactive,
    ...(interactive ? { output, prompt: PROMPT } : {}),
  });
  if (interactive) lines.prompt();
  let count = 0;
  let unsaved: string | null = null;
  for await (const line of lines) {
    if (interactive && (line === '/quit' || line === '/exit')) break;
    // The same words again are the same message: should they have been saved after all, they are answered once.
    if (line !== unsaved) count++;
    try {
      print(await answerTo(line, `line-${count}`));
      unsaved = null;
      if (interactive) lines.prompt();
    } catch (error) {
      onError(error);
      if (!interactive) {
        // Whoever pipes lines may hold the pipe open, and with it this process.
        input.destroy();
        throw new NotSaved(notSaved(language).line(count));
      }
      unsaved = line;
      print(notSaved(language).typed);
      lines.prompt();
      lines.write(line);
    }
  }
  lines.close();
  if (recording && options.record) print(`written: ${await recording.write(options.record.path)}`);

  /** What is shown for a line. Rejects when it could not be saved. */
  async function answerTo(line: string, id: string): Promise<string> {
    const read = await messageOf(line, id);
    if ('unreadable' in read) return json ? JSON.stringify({ error: read.unreadable }) : read.unreadable;
    const { message, file } = read;
    const outcome = await conversations.receive(conversation, message);
    recording?.add({ line, file, message, outcome });
    return json
      ? JSON.stringify(reportOf(outcome, options.explain))
      : shown(outcome.events, outcome.state.language);
  }

  function shown(stored: StoredEvent[], spoken: Language): string {
    const replies = printReplies(repliesIn(stored), spoken);
    return options.explain ? `${replies}\n\n${explain(eventsIn(stored), spoken, columns())}` : replies;
  }

  async function greeting(): Promise<string> {
    let text = '';
    const stop = await conversations.follow(conversation, 0, events => {
      text ||= shown(events, language);
    });
    stop();
    return text;
  }

  /** A line is a message; `/attach <path>` sends a file. */
  async function messageOf(
    line: string,
    id: string,
  ): Promise<{ message: IncomingMessage; file: string | null } | { unreadable: string }> {
    const path = /^\/attach\s+(.+)$/.exec(line)?.[1]?.trim();
    if (path === undefined) return { message: { id, text: line }, file: null };
    const name = basename(path);
    const bytes = await readFile(path).catch(() => null);
    if (!bytes) return { unreadable: `cannot read ${path}` };
    const result = await conversations.takeFile(conversation, { name, bytes });
    const message: IncomingMessage =
      'taken' in result
        ? { id, text: '', evidence: [result.taken.id] }
        : { id, text: '', refusals: [result.refused] };
    return { message, file: name };
  }
}

/** A conversation's stream holds no others. */
const eventsIn = (stored: StoredEvent[]): ConversationEvent[] =>
  stored.map(one => one.event as ConversationEvent);

const reportOf = ({ events, state }: TurnOutcome, isExplained: boolean) =>
  turnReport(eventsIn(events), state, isExplained);
