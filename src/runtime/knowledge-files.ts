import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { Authority } from '../core/knowledge/authority.ts';
import { FaqEntry } from '../core/knowledge/faq.ts';
import { Lexicon } from '../core/knowledge/lexicon.ts';
import { type Language, LANGUAGES } from '../core/knowledge/localized.ts';
import { NegotiationFile, SlotDefinition } from '../core/knowledge/negotiation.ts';
import { Phrases } from '../core/knowledge/phrases.ts';
import { Route } from '../core/knowledge/route.ts';
import { Rule } from '../core/knowledge/rule.ts';
import { type Path, type Problem, readYamlFile, validated, type YamlFile } from './yaml-file.ts';

/** A piece of knowledge together with where it was written. */
export interface Written<T> {
  data: T;
  file: YamlFile;
  /** Where in its file. */
  at: Path;
}

/** All files of a knowledge folder, each valid by itself. What was faulty is left out. */
export interface KnowledgeFiles {
  authorities: Written<Authority>[];
  rules: Written<Rule>[];
  routes: Written<Route>[];
  slots: Written<SlotDefinition>[];
  negotiations: Written<NegotiationFile>[];
  faq: Written<FaqEntry>[];
  /** Null where one language has none that is valid. */
  lexicon: Record<Language, Lexicon> | null;
  phrases: Record<Language, Phrases> | null;
  /** Every file that was read. */
  read: YamlFile[];
}

/** Reads and validates every file of the folder; faults are added to `problems`. */
export function readKnowledgeFiles(folder: string, problems: Problem[]): KnowledgeFiles {
  const read: YamlFile[] = [];
  const title = basename(resolve(folder));

  function open(path: string): YamlFile {
    const file = readYamlFile(join(folder, path), `${title}/${path}`, problems);
    read.push(file);
    return file;
  }

  /** Each item is judged by itself, so that one faulty item does not make all others unknown. */
  function list<T>(path: string, schema: z.ZodType<T>): Written<T>[] {
    const file = open(path);
    const items = validated(file, z.array(z.unknown()), problems) ?? [];
    return items.flatMap((_, index) => {
      const data = validated(file, schema, problems, [index]);
      return data === undefined ? [] : [{ data, file, at: [index] }];
    });
  }

  function eachIn<T extends { id: string }>(subfolder: string, schema: z.ZodType<T>): Written<T>[] {
    return yamlFilesIn(join(folder, subfolder), `${title}/${subfolder}`, problems).flatMap(name => {
      const file = open(`${subfolder}/${name}`);
      const data = validated(file, schema, problems);
      if (!data) return [];
      const expected = basename(name, '.yaml');
      if (data.id !== expected) problems.push(file.problem(['id'], `id is ${data.id}, but the file is named ${name}`));
      return [{ data, file, at: [] }];
    });
  }

  function perLanguage<T>(subfolder: string, schema: z.ZodType<T>): Record<Language, T> | null {
    const entries = LANGUAGES.map(language => [language, validated(open(`${subfolder}/${language}.yaml`), schema, problems)]);
    const isWhole = entries.every(([, data]) => data !== undefined);
    return isWhole ? (Object.fromEntries(entries) as Record<Language, T>) : null;
  }

  return {
    authorities: list('authorities.yaml', Authority),
    rules: list('rules.yaml', Rule),
    routes: list('routes.yaml', Route),
    slots: list('slots.yaml', SlotDefinition),
    negotiations: eachIn('negotiations', NegotiationFile),
    faq: eachIn('faq', FaqEntry),
    lexicon: perLanguage('lexicon', Lexicon),
    phrases: perLanguage('phrases', Phrases),
    read,
  };
}

/** A file under another ending is a mistake: it would be left out without a word. Editors' hidden files are not. */
function yamlFilesIn(path: string, title: string, problems: Problem[]): string[] {
  let names: string[];
  try {
    names = readdirSync(path).filter(name => !name.startsWith('.')).sort();
  } catch (error) {
    problems.push({ file: title, line: 1, what: `the folder cannot be read (${(error as NodeJS.ErrnoException).code})` });
    return [];
  }
  for (const name of names) {
    if (!name.endsWith('.yaml')) problems.push({ file: `${title}/${name}`, line: 1, what: 'the name should end in .yaml' });
  }
  return names.filter(name => name.endsWith('.yaml'));
}
