import { readChatFlags } from '../channels/terminal/chat-flags.ts';
import { explainWords } from '../channels/terminal/explain/explain-words.ts';
import { talkAtTerminal } from '../channels/terminal/terminal.ts';
import { configFromEnvironment } from '../config.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { prepareDataFolder } from '../runtime/data-folder.ts';
import { start, watched } from './parts.ts';

/** Columns where nothing tells how wide the screen is. */
const WIDTH_OF_A_PIPE = 80;

export async function command(args: string[]): Promise<void> {
  const { language, now, data, json, explain, record } = readChatFlags(args);
  const clock: Clock = now === null ? systemClock : { now: () => new Date(now).toISOString() };
  const config = configFromEnvironment();
  const watching = watched(config);
  // Beside the talk: what is piped on stays one JSON line for each line.
  if (explain && !config.llm) process.stderr.write(`${explainWords(language).noModel}\n`);
  const folder = prepareDataFolder(data ?? config.dataDir);
  const { conversations, store, stop } = await start(config, folder, clock, watching);
  const interactive = process.stdin.isTTY && process.stdout.isTTY && !json;
  await talkAtTerminal(conversations, {
    language,
    json,
    explain,
    record: record === null ? null : { path: record, now: clock.now() },
    interactive,
    input: process.stdin,
    output: process.stdout,
    columns: () => process.stdout.columns ?? WIDTH_OF_A_PIPE,
    onError: watching.onError,
  });
  await stop();
  await store.close();
}
