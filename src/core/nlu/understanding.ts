import { LANGUAGES } from '../knowledge/localized.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import {
  type HappeningSayings,
  LEXICON_ACTS,
  type LexiconAct,
  SAFETY_KINDS,
  type Sayings,
} from '../knowledge/lexicon.ts';
import { NON_ANSWERS, type NonAnswer } from '../knowledge/value.ts';
import type { Language } from '../knowledge/localized.ts';
import { CHARACTERS as CHARACTERS_IN_ENGLISH } from '../language/en/emphasis.ts';
import { normalize } from '../language/normalize.ts';
import { CHARACTERS as CHARACTERS_IN_CHINESE } from '../language/zh-CN/emphasis.ts';
import { Misspellings } from './misspellings.ts';
import { SafetyReader } from './safety-reader.ts';
import { SayingIndex } from './saying-index.ts';
import { wordsOrSigns } from './signs.ts';
import { linksOf, spelledOut } from './saying-pattern.ts';
import { type Fillers, fillersOf, strip } from './strip.ts';
import { type Tells, tellsOf } from './tells.ts';
import { WholeSayings } from './whole-sayings.ts';

/** What a saying means. Several things may share a saying; the interpreter decides by place and context. */
export type Meaning =
  | { is: 'act'; act: LexiconAct }
  | { is: 'non-answer'; reason: NonAnswer }
  | { is: 'language'; language: Language }
  | { is: 'question' }
  | { is: 'negation' }
  | { is: 'concept'; concept: string }
  | { is: 'elsewhere' }
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
  /** Equal for meanings between which the longer saying decides, a small number; `NO_RIVALRY` where none is decided so. */
  rivalry: number;
  /** `not`: a longer saying that only looks like this meaning. */
  blocks: boolean;
}

/** The knowledge, prepared once for reading messages. */
export interface Understanding {
  knowledge: Knowledge;
  within: SayingIndex<Tagged>;
  /** What whole messages mean, stripped of fillers and punctuation. */
  whole: WholeSayings<Meaning>;
  /** Every character of answers, and of the words that may stand beside one. */
  answerCharacters: ReadonlySet<string>;
  safety: SafetyReader;
  tells: Tells;
  fillers: Fillers;
  questionEndings: string[];
}

/** Yes, no, or that there is no answer. */
export const isAnswer = (meaning: Meaning): boolean =>
  meaning.is === 'non-answer' ||
  (meaning.is === 'act' && (meaning.act === 'affirm' || meaning.act === 'agree' || meaning.act === 'deny'));

const keyOf = (meaning: Meaning): string => Object.values(meaning).join(':');

export const NO_RIVALRY = -1;

/** 不给退款 is the problem, not the demand 退款; what asks is never silenced so. */
class Rivalries {
  readonly #numbers = new Map<string, number>();

  of(meaning: Meaning): number {
    if (meaning.is === 'question') return NO_RIVALRY;
    const name = meaning.is === 'choice' ? `choice:${meaning.negotiation}` : meaning.is;
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }
}

/** Reads both languages at once: people write `human` in a Chinese chat and 花呗 in an English one. */
export function understand(knowledge: Knowledge): Understanding {
  const within = new SayingIndex<Tagged>();
  const safety = new SafetyReader();
  const whole = new WholeSayings<Meaning>();
  const answerCharacters = new Set(CHARACTERS_IN_CHINESE + CHARACTERS_IN_ENGLISH);
  const added = new Set<string>();
  const rivalries = new Rivalries();

  const misspellings = new Misspellings(LANGUAGES.map(language => knowledge.lexicon[language]));

  const addAsWritten = (words: string, meaning: Meaning, blocks: boolean): void => {
    const key = keyOf(meaning);
    const once = `${words}\u0000${key}\u0000${blocks}`;
    if (added.has(once)) return;
    added.add(once);
    within.add(words, { meaning, key, rivalry: rivalries.of(meaning), blocks });
  };
  const addWithin = (saying: string, meaning: Meaning, blocks = false): void => {
    for (const { words, not } of misspellings.of(normalize(saying).trim())) {
      addAsWritten(words, meaning, blocks);
      for (const longer of not) addAsWritten(longer, meaning, true);
    }
  };
  const addWhole = (saying: string, meaning: Meaning): void => {
    const normal = normalize(saying);
    whole.addWords(wordsOrSigns(strip(normal, fillers), normal), meaning);
  };
  const addSayings = (sayings: Sayings, meaning: Meaning): void => {
    for (const saying of sayings.whole) {
      if (isAnswer(meaning)) for (const character of normalize(saying)) answerCharacters.add(character);
      if (saying.includes('(')) whole.addPattern(saying, meaning);
      else addWhole(saying, meaning);
    }
    const { within, not } = sayings;
    for (const wording of within.flatMap(spelledOut)) addWithin(wording, meaning);
    for (const wording of not.flatMap(spelledOut)) addWithin(wording, meaning, true);
  };

  const addHappening = (concept: HappeningSayings, meaning: Meaning): void => {
    const tag = { meaning, key: keyOf(meaning), rivalry: rivalries.of(meaning) };
    for (const saying of concept.within) within.addAny(linksOf(normalize(saying)), { ...tag, blocks: false });
    for (const saying of concept.not) within.addAny(linksOf(normalize(saying)), { ...tag, blocks: true });
  };

  const fillers = fillersOf(
    LANGUAGES.flatMap(language => knowledge.lexicon[language].fillers.map(word => normalize(word))),
  );
  for (const language of LANGUAGES) {
    const lexicon = knowledge.lexicon[language];
    for (const act of LEXICON_ACTS) addSayings(lexicon.acts[act], { is: 'act', act });
    for (const reason of NON_ANSWERS) addSayings(lexicon.nonAnswers[reason], { is: 'non-answer', reason });
    for (const kind of SAFETY_KINDS) safety.add(kind, lexicon.safety[kind]);
    addSayings(lexicon.language, { is: 'language', language });
    addSayings(lexicon.questionMarks, { is: 'question' });
    addSayings(lexicon.negations, { is: 'negation' });
    for (const [id, concept] of Object.entries(lexicon.happenings))
      addHappening(concept, { is: 'concept', concept: id });
    addHappening(lexicon.elsewhere, { is: 'elsewhere' });
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
  const tells = tellsOf(knowledge.negotiations.values());
  return { knowledge, within, whole, answerCharacters, safety, tells, fillers, questionEndings };

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
