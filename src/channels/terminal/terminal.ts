import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ConversationEvent } from '../../core/conversation/events.ts';
import { turnReport } from '../../core/conversation/views/turn-report.ts';
import type { Language } from '../../core/knowledge/localized.ts';
import type { Conversations, IncomingMessage, TurnOutcome } from '../channel.ts';
import { printReplies, repliesIn } from './print.ts';
import { Recording } from './recording.ts';

export interface TerminalOptions {
  language: Language;
  /** One JSON line per input line instead of text. */
  json: boolean;
  /** `<phenomenon>/<a-sentence>`: write the talk as a transcript test. */
  record: { path: string; now: string } | null;
  interactive: boolean;
  input: Readable;
  output: Writable;
}

const PROMPT = '\n> ';

/** Talks with one person at a terminal, or answers piped lines one by one. Resolves when the input ends. */
export async function talkAtTerminal(conversations: Conversations, options: TerminalOptions): Promise<void> {
  const { language, json, interactive, input, output } = options;
  const { conversation } = await conversations.open({ language, channel: 'terminal' });
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
  for await (const line of lines) {
    if (interactive && (line === '/quit' || line === '/exit')) break;
    count++;
    const read = await messageOf(line, `line-${count}`);
    if ('unreadable' in read) {
      print(json ? JSON.stringify({ error: read.unreadable }) : read.unreadable);
      if (interactive) lines.prompt();
      continue;
    }
    const { message, file } = read;
    const outcome = await conversations.receive(conversation, message);
    recording?.add({ line, file, message, outcome });
    print(json ? JSON.stringify(reportOf(outcome)) : printReplies(repliesIn(outcome.events)));
    if (interactive) lines.prompt();
  }
  lines.close();
  if (recording && options.record) print(`written: ${await recording.write(options.record.path)}`);

  async function greeting(): Promise<string> {
    let text = '';
    const stop = await conversations.follow(conversation, 0, events => {
      text ||= printReplies(repliesIn(events));
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

function reportOf({ events, state }: TurnOutcome) {
  return turnReport(
    events.map(stored => stored.event as ConversationEvent),
    state,
  );
}
