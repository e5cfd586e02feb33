import { readFileSync } from 'node:fs';
import type { Knowledge } from '../../src/core/knowledge/knowledge.ts';

/** One message a line of the given file, or the questions of our own knowledge. */
export const messagesOf = (file: string | undefined, knowledge: Knowledge): string[] =>
  file
    ? readFileSync(file, 'utf8').split('\n').filter(Boolean)
    : [...knowledge.faq.values()].flatMap(entry => entry.questions['zh-CN']);
