import type { Language } from '../../knowledge/localized.ts';
import { rewording as english } from '../../language/en/rewording.ts';
import { rewording as chinese } from '../../language/zh-CN/rewording.ts';
import type { RewordingWords } from '../../language/rewording-words.ts';
import { inFull } from './in-full.ts';
import { stem } from './stem.ts';
import type { Token } from './token.ts';

/** What a form may stand for. */
interface Entry {
  kind: Token['kind'];
  meanings: string[];
}

export interface Vocabulary {
  /** The forms, longest first, by their first character. */
  byStart: ReadonlyMap<string, readonly string[]>;
  entries: ReadonlyMap<string, Entry>;
  /** Those of one word in letters, by their stem. */
  byStem: ReadonlyMap<string, Entry>;
  /** Force that may be left out, and that may be put in. */
  mayDrop: ReadonlySet<string>;
  mayAdd: ReadonlySet<string>;
  parties: ReadonlySet<string>;
  others: ReadonlySet<string>;
  towards: ReadonlySet<string>;
  requests: ReadonlySet<string>;
  joints: ReadonlySet<string>;
  sequence: ReadonlySet<string>;
  from: ReadonlySet<string>;
  to: ReadonlySet<string>;
  complete: ReadonlySet<string>;
  /** The meanings of what a person does in a talk. */
  talk: ReadonlySet<string>;
}

const forms = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter(form => form !== '')
    .map(form => inFull(form.replaceAll('_', ' '), 'en'));

const lines = (text: string): string[] => text.split('\n').filter(line => line.trim() !== '');

/** What stands for nothing but courtesy. */
export const COURTESY = 'courtesy';

/** What a word is for the sentence; where it is several, the heaviest counts. */
const WEIGHT: readonly Token['kind'][] = ['free', 'plain', 'addressee', 'speaker', 'ask', 'force'];

function vocabularyOf(words: RewordingWords): Vocabulary {
  const entries = new Map<string, Entry>();
  const add = (form: string, kind: Token['kind'], meaning: string): void => {
    const entry = entries.get(form);
    if (!entry) entries.set(form, { kind, meanings: [meaning] });
    else {
      entry.meanings.push(meaning);
      if (WEIGHT.indexOf(kind) > WEIGHT.indexOf(entry.kind)) entry.kind = kind;
    }
  };
  for (const form of forms(words.courtesy)) add(form, 'free', COURTESY);
  for (const form of forms(words.free)) add(form, 'free', form);
  lines(words.alike).forEach((line, at) => {
    for (const form of forms(line)) add(form, 'plain', `alike-${at}`);
  });
  for (const form of forms(words.loaded)) add(form, 'force', `loaded-${form}`);
  for (const [meaning, line] of Object.entries(words.asks))
    for (const form of forms(line)) add(form, 'ask', meaning);
  for (const [meaning, line] of Object.entries(words.force))
    for (const form of forms(line)) add(form, 'force', meaning);
  for (const form of forms(words.others)) add(form, 'plain', 'other');
  for (const form of forms(words.parties)) if (!entries.has(form)) add(form, 'plain', form);
  for (const form of forms(words.speaker)) add(form, 'speaker', 'speaker');
  for (const form of forms(words.addressee)) add(form, 'addressee', 'addressee');
  const byStart = new Map<string, string[]>();
  for (const form of entries.keys()) {
    const start = form.charAt(0);
    byStart.set(start, [...(byStart.get(start) ?? []), form]);
  }
  for (const all of byStart.values()) all.sort((a, b) => b.length - a.length);
  const setOf = (list: string): ReadonlySet<string> => new Set(forms(list));
  const byStem = new Map<string, Entry>();
  for (const [form, entry] of entries)
    if (/^[a-z]{3,}$/.test(form) && !byStem.has(stem(form))) byStem.set(stem(form), entry);
  return {
    byStart,
    entries,
    byStem,
    mayDrop: setOf(words.mayDrop),
    mayAdd: setOf(words.mayAdd),
    parties: setOf(words.parties),
    others: setOf(words.others),
    towards: setOf(words.towards),
    requests: setOf(words.requests),
    joints: setOf(words.joints),
    sequence: setOf(words.sequence),
    from: setOf(words.from),
    to: setOf(words.to),
    complete: setOf(words.complete),
    talk: new Set(forms(words.talk).flatMap(form => entries.get(form)?.meanings ?? [form])),
  };
}

const words: Record<Language, RewordingWords> = { 'zh-CN': chinese, en: english };
const made = new Map<Language, Vocabulary>();

/** The words of a language, made ready when they are first needed. */
export function vocabulary(language: Language): Vocabulary {
  let found = made.get(language);
  if (!found) made.set(language, (found = vocabularyOf(words[language])));
  return found;
}
