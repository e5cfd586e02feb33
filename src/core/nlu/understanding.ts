import { LANGUAGES } from '../knowledge/localized.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { LEXICON_ACTS, type LexiconAct, SAFETY_KINDS, type Sayings } from '../knowledge/lexicon.ts';
import { NON_ANSWERS, type NonAnswer } from '../knowledge/value.ts';
import type { Language } from '../knowledge/localized.ts';
import { normalize } from '../language/normalize.ts';
import { SafetyReader } from './safety-reader.ts';
import { SayingIndex } from './saying-index.ts';
import { wordingsIn } from './saying-pattern.ts';
import { signsOf } from './signs.ts';

/** What a saying means. Several things may share a saying; the interpreter decides by place and context. */
export type Meaning =
  | { is: 'act'; act: LexiconAct }
  | { is: 'non-answer'; reason: NonAnswer }
  | { is: 'language'; language: Language }
  | { is: 'question' }
  | { is: 'negation' }
  | { is: 'product' | 'hotline' | 'action' | 'ask'; id: string }
  | { is: 'choice'; negotiation: string; slot: string; value: string }
  | { is: 'cue'; negotiation: string; slot: string }
  | { is: 'evidence'; negotiation: string; element: string }
  | { is: 'trigger'; negotiation: string; weight: number }
  /** The type called by its own name. */
  | { is: 'type'; negotiation: string };

export interface Tagged {
  meaning: Meaning;
  /** Equal for sayings that mean the same, so that an exception silences the right ones. */
  key: string;
  /** `not`: a longer saying that only looks like this meaning. */
  blocks: boolean;
}

/** The knowledge, prepared once for reading messages. */
export interface Understanding {
  knowledge: Knowledge;
  within: SayingIndex<Tagged>;
  /** Whole messages, stripped of fillers and punctuation, by what they mean. */
  whole: Map<string, Meaning[]>;
  safety: SafetyReader;
  fillers: string[];
  questionEndings: string[];
}

const keyOf = (meaning: Meaning): string => Object.values(meaning).join(':');

/** Reads both languages at once: people write `human` in a Chinese chat and 花呗 in an English one. */
export function understand(knowledge: Knowledge): Understanding {
  const within = new SayingIndex<Tagged>();
  const safety = new SafetyReader();
  const whole = new Map<string, Meaning[]>();
  const added = new Set<string>();

  const addWithin = (saying: string, meaning: Meaning, blocks = false): void => {
    const words = normalize(saying).trim();
    const key = keyOf(meaning);
    const once = `${words}\u0000${key}\u0000${blocks}`;
    if (added.has(once)) return;
    added.add(once);
    within.add(words, { meaning, key, blocks });
  };
  const addWhole = (saying: string, meaning: Meaning): void => {
    const normal = normalize(saying);
    const words = strip(normal, fillers) || signsOf(normal);
    const meanings = whole.get(words) ?? [];
    if (!meanings.some(one => keyOf(one) === keyOf(meaning))) whole.set(words, [...meanings, meaning]);
  };
  const addSayings = (sayings: Sayings | undefined, meaning: Meaning): void => {
    for (const pattern of sayings?.whole ?? [])
      for (const saying of wordingsIn(pattern)) addWhole(saying, meaning);
    for (const saying of sayings?.within ?? []) addWithin(saying, meaning);
    for (const saying of sayings?.not ?? []) addWithin(saying, meaning, true);
  };

  const fillers = LANGUAGES.flatMap(language => knowledge.lexicon[language].fillers.map(normalize)).sort(
    (a, b) => b.length - a.length,
  );
  for (const language of LANGUAGES) {
    const lexicon = knowledge.lexicon[language];
    for (const act of LEXICON_ACTS) addSayings(lexicon.acts[act], { is: 'act', act });
    for (const reason of NON_ANSWERS) addSayings(lexicon.nonAnswers[reason], { is: 'non-answer', reason });
    for (const kind of SAFETY_KINDS) safety.add(kind, lexicon.safety[kind]);
    addSayings(lexicon.language, { is: 'language', language });
    addSayings(lexicon.questionMarks, { is: 'question' });
    addSayings(lexicon.negations, { is: 'negation' });
    const facets = {
      product: lexicon.products,
      hotline: lexicon.hotlines,
      action: lexicon.actions,
      ask: lexicon.asks,
    };
    for (const [is, things] of Object.entries(facets)) {
      for (const [id, thing] of Object.entries(things)) {
        for (const saying of [thing.label, ...thing.sayings])
          addWithin(saying, { is: is as keyof typeof facets, id });
      }
    }
    for (const negotiation of knowledge.negotiations.values()) addNegotiation(negotiation.id, language);
  }
  const questionEndings = LANGUAGES.flatMap(language =>
    knowledge.lexicon[language].questionEndings.map(normalize),
  );
  return { knowledge, within, whole, safety, fillers, questionEndings };

  function addNegotiation(id: string, language: Language): void {
    const negotiation = knowledge.negotiations.get(id);
    if (!negotiation) return;
    addWithin(negotiation.label[language], { is: 'trigger', negotiation: id, weight: 3 });
    addWithin(negotiation.label[language], { is: 'type', negotiation: id });
    for (const trigger of negotiation.triggers) {
      for (const saying of trigger.sayings[language]) {
        addWithin(saying, { is: 'trigger', negotiation: id, weight: trigger.weight });
      }
    }
    for (const slot of negotiation.slots) {
      for (const cue of [slot.label[language], ...(slot.cues?.[language] ?? [])]) {
        addWithin(cue, { is: 'cue', negotiation: id, slot: slot.id });
      }
      for (const choice of slot.choices ?? []) {
        const meaning: Meaning = { is: 'choice', negotiation: id, slot: slot.id, value: choice.value };
        addWhole(choice.label[language], meaning);
        for (const saying of choice.sayings?.[language] ?? []) addWithin(saying, meaning);
      }
    }
    for (const element of negotiation.evidence) {
      const meaning: Meaning = { is: 'evidence', negotiation: id, element: element.id };
      for (const saying of [element.label[language], ...(element.sayings?.[language] ?? [])])
        addWithin(saying, meaning);
    }
  }
}

const EDGE = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

/** The message without punctuation, spaces and fillers at either end; the fillers alone stay as they are. */
export function strip(normalized: string, fillers: string[]): string {
  let words = normalized.replace(EDGE, '');
  for (let changed = true; changed; ) {
    changed = false;
    for (const filler of fillers) {
      if (words.length <= filler.length) continue;
      if (words.endsWith(filler) && !cutsWord(words, words.length - filler.length)) {
        words = words.slice(0, -filler.length).replace(EDGE, '');
        changed = true;
      } else if (words.startsWith(filler) && !cutsWord(words, filler.length)) {
        words = words.slice(filler.length).replace(EDGE, '');
        changed = true;
      }
    }
  }
  return words;
}

function cutsWord(text: string, at: number): boolean {
  return /\w/.test(text.charAt(at - 1)) && /\w/.test(text.charAt(at));
}
