import { LANGUAGES, type Language } from '../core/knowledge/localized.ts';
import type { Knowledge } from '../core/knowledge/knowledge.ts';
import { checkReferences } from './knowledge/check-references.ts';
import { Problems } from './knowledge/problems.ts';
import { type KnowledgeFiles, type Placed, readKnowledge } from './knowledge/read-knowledge.ts';
import { type PlacedSlot, resolveSlots } from './knowledge/resolve-slots.ts';

/** The knowledge folder has mistakes; the message names every one with file and line. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super([`${problems.length} problem(s) in the knowledge:`, ...problems].join('\n'));
    this.problems = problems;
  }
}

/** A folder that was read without fault: what it holds, and where each part stands. */
export interface OpenedKnowledge {
  knowledge: Knowledge;
  files: KnowledgeFiles;
  /** By type. */
  slots: Map<string, PlacedSlot[]>;
}

/**
 * Reads, validates and resolves a knowledge folder. What a file names in another file is checked once each file is
 * right on its own.
 * @throws KnowledgeError
 */
export function openKnowledge(folder: string): OpenedKnowledge {
  const problems = new Problems();
  const files = readKnowledge(folder, problems);
  if (!files) throw new KnowledgeError(problems.lines());

  const slots = new Map(
    files.negotiations.map(file => [file.value.id, resolveSlots(file, files.sharedSlots, problems)]),
  );
  checkReferences(files, slots, problems);
  if (problems.count > 0) throw new KnowledgeError(problems.lines());

  const negotiations = files.negotiations.map(({ value }) => ({
    ...value,
    slots: slots.get(value.id)?.map(slot => slot.value) ?? [],
  }));
  const knowledge: Knowledge = {
    version: files.version,
    authorities: byId(files.authorities.map(({ value }) => value)),
    rules: byId(files.rules.map(({ value }) => value)),
    routes: files.routes.map(({ value }) => value),
    neverPublish: new Map(files.neverPublish.map(({ value }) => [value.number, value])),
    doNotSay: files.doNotSay.map(({ value }) => value),
    negotiations: byId(negotiations.toSorted((a, b) => a.order - b.order)),
    faq: byId(files.faq.map(({ value }) => value)),
    replies: files.replies.map(({ value }) => value),
    lexicon: valuesOf(files.lexicon),
    phrases: valuesOf(files.phrases),
  };
  return { knowledge, files, slots };
}

/** @throws KnowledgeError */
export const loadKnowledge = (folder: string): Knowledge => openKnowledge(folder).knowledge;

const byId = <T extends { id: string }>(entries: T[]): Map<string, T> =>
  new Map(entries.map(entry => [entry.id, entry]));

const valuesOf = <T>(placed: Record<Language, Placed<T>>): Record<Language, T> =>
  Object.fromEntries(LANGUAGES.map(language => [language, placed[language].value])) as Record<Language, T>;
