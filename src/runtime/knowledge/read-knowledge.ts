import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { Authority } from '../../core/knowledge/authority.ts';
import { CannedReply } from '../../core/knowledge/canned-reply.ts';
import { DoNotSay } from '../../core/knowledge/do-not-say.ts';
import { FaqEntry } from '../../core/knowledge/faq.ts';
import { Lexicon } from '../../core/knowledge/lexicon.ts';
import { LANGUAGES, type Language } from '../../core/knowledge/localized.ts';
import { NegotiationFile, SharedSlots, type SlotDefinition } from '../../core/knowledge/negotiation.ts';
import { NeverPublish } from '../../core/knowledge/never-publish.ts';
import { Phrases } from '../../core/knowledge/phrases.ts';
import { Route } from '../../core/knowledge/route.ts';
import { Rule } from '../../core/knowledge/rule.ts';
import type { Problems } from './problems.ts';
import { sentencesFor } from './schema-problems.ts';
import { type Path, YamlSource } from './yaml-source.ts';

/** A piece of knowledge and where it was read. */
export interface Placed<T> {
  value: T;
  source: YamlSource;
  path: Path;
}

/** A place further in. */
export const at = <T>(place: Placed<T>, ...steps: PropertyKey[]): { source: YamlSource; path: Path } => ({
  source: place.source,
  path: [...place.path, ...steps],
});

/** All files of the folder, each of the right shape, not yet checked against each other. */
export interface KnowledgeFiles {
  version: string;
  authorities: Placed<Authority>[];
  rules: Placed<Rule>[];
  routes: Placed<Route>[];
  neverPublish: Placed<NeverPublish>[];
  doNotSay: Placed<DoNotSay>[];
  sharedSlots: Placed<SlotDefinition>[];
  negotiations: Placed<NegotiationFile>[];
  faq: Placed<FaqEntry>[];
  replies: Placed<CannedReply>[];
  lexicon: Record<Language, Placed<Lexicon>>;
  phrases: Record<Language, Placed<Phrases>>;
}

/** Reads and validates every file on its own. Null where anything is wrong; `problems` says what. */
export function readKnowledge(folder: string, problems: Problems): KnowledgeFiles | null {
  const title = basename(resolve(folder));
  const shown = (path: string): string => `${title}/${path}`;
  const texts = new Map(
    filesIn(folder, problems).map(path => [path, textOf(join(folder, path), shown(path), problems)]),
  );
  const taken = new Set<string>();

  function parse<S extends z.ZodType>(path: string, schema: S): Placed<z.output<S>> | null {
    const text = texts.get(path);
    taken.add(path);
    if (text === undefined) {
      problems.addAt(shown(path), 0, 'the file is missing');
      return null;
    }
    const source = new YamlSource(shown(path), text);
    for (const { line, message } of source.syntaxErrors)
      problems.addAt(source.file, line, `not valid YAML: ${message}`);
    if (source.syntaxErrors.length > 0) return null;
    const result = schema.safeParse(source.data);
    if (result.success) return { value: result.data, source, path: [] };
    for (const issue of result.error.issues)
      for (const { path, message } of sentencesFor(issue, source.data)) problems.add(source, path, message);
    return null;
  }

  /** The entries of a file that is a list. */
  function list<S extends z.ZodType>(path: string, schema: S): Placed<z.output<S>>[] {
    const file = parse(path, z.array(schema).min(1));
    return file?.value.map((value, at) => ({ value, source: file.source, path: [at] })) ?? [];
  }

  /** One entry for each file of a folder; it is named for its id, so that an editor finds it. */
  function each<S extends z.ZodType<{ id: string }>>(inside: string, schema: S): Placed<z.output<S>>[] {
    const paths = [...texts.keys()].filter(path => path.startsWith(`${inside}/`)).sort();
    if (paths.length === 0) problems.addAt(shown(inside), 0, 'there is no file in this folder');
    const entries = paths.map(path => parse(path, schema)).filter(entry => entry !== null);
    for (const { value, source } of entries)
      if (`${value.id}.yaml` !== basename(source.file))
        problems.add(source, ['id'], `id is ${value.id}, so the file has to be called ${value.id}.yaml`);
    return entries;
  }

  function perLanguage<S extends z.ZodType>(
    inside: string,
    schema: S,
  ): Record<Language, Placed<z.output<S>>> {
    const entries = LANGUAGES.map(language => [language, parse(`${inside}/${language}.yaml`, schema)]);
    return Object.fromEntries(entries) as Record<Language, Placed<z.output<S>>>;
  }

  const files: KnowledgeFiles = {
    version: versionOf(texts),
    authorities: list('authorities.yaml', Authority),
    rules: list('rules.yaml', Rule),
    routes: list('routes.yaml', Route),
    neverPublish: list('never-publish.yaml', NeverPublish),
    doNotSay: list('do-not-say.yaml', DoNotSay),
    sharedSlots: list('slots.yaml', SharedSlots.element),
    negotiations: each('negotiations', NegotiationFile),
    faq: each('faq', FaqEntry),
    replies: list('replies.yaml', CannedReply),
    lexicon: perLanguage('lexicon', Lexicon),
    phrases: perLanguage('phrases', Phrases),
  };
  for (const path of texts.keys())
    if (!taken.has(path))
      problems.addAt(shown(path), 0, 'nothing reads this file; is it misplaced or misnamed?');
  return problems.count === 0 ? files : null;
}

/** Paths below the folder with `/` between the parts; hidden files and notes (.md) are nobody's business here. */
function filesIn(folder: string, problems: Problems): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.md'))
      .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  } catch (error) {
    problems.addAt(
      folder,
      0,
      `the knowledge folder cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
    return [];
  }
}

function textOf(path: string, shown: string, problems: Problems): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isEncoding = code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
    problems.addAt(
      shown,
      0,
      isEncoding ? 'the file is not UTF-8; save it as UTF-8' : `the file cannot be read (${code})`,
    );
    return '';
  }
}

/** Names and contents, each with its length, so that no two different folders give the same bytes to hash. */
function versionOf(texts: Map<string, string>): string {
  const hash = createHash('sha256');
  for (const [path, text] of texts) hash.update(`${path}\0${text.length}\0`).update(text);
  return hash.digest('hex');
}
