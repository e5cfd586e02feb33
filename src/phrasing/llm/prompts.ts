import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PHRASING_TASKS, type PhrasingTask } from '../phraser.ts';

/** What a model is told to do, and by which it is known what it was told. */
export interface Prompt {
  text: string;
  /** SHA-256 of the file, in hex. */
  hash: string;
}

/** Reads the instructions for every task: `<task>.md` in the folder. Throws where one is missing. */
export function readPrompts(folder: string): Record<PhrasingTask, Prompt> {
  const read = (task: PhrasingTask): Prompt => {
    const bytes = readFileSync(join(folder, `${task}.md`));
    return { text: bytes.toString('utf8').trim(), hash: createHash('sha256').update(bytes).digest('hex') };
  };
  return Object.fromEntries(PHRASING_TASKS.map(task => [task, read(task)])) as Record<PhrasingTask, Prompt>;
}
