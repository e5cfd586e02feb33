import type { LexiconAct, SafetyKind } from '../knowledge/lexicon.ts';
import type { Language } from '../knowledge/localized.ts';
import type { NonAnswer } from '../knowledge/value.ts';
import { asksByForm } from '../language/asks-by-form.ts';
import { characterClass } from '../language/character-class.ts';
import { normalize } from '../language/normalize.ts';
import { answeringStretches } from './answering-stretches.ts';
import { type Clause, clauseHolding, clausesOf, saysLittleElse } from './clauses.ts';
import { type Correction, correctionsIn } from './corrections.ts';
import type { SayingHit } from './saying-index.ts';
import { type Evidence, scoreTypes, type TypeScore } from './score-types.ts';
import type { Span } from './span.ts';
import { standing } from './standing.ts';
import { strip } from './strip.ts';
import type { Tagged, Understanding } from './understanding.ts';
import type { ReadingContext, Recognised } from './values/recogniser.ts';
import { recognise } from './values/recognise.ts';
import { wholeMeanings } from './whole-meanings.ts';

export type Found<T> = T & Span;

/** A message as understood. Offsets are UTF-16 units of the message as given. */
export interface Interpretation {
  /** The normalised text, same length as the given one. */
  text: string;
  clauses: Clause[];
  /** Commands and social acts, in reading order. `whole`: the message says nothing else. */
  acts: Found<{ act: LexiconAct; whole: boolean }>[];
  /** Set where the whole message says that there is no answer. */
  nonAnswer: NonAnswer | null;
  safety: SafetyKind[];
  language: Language | null;
  isQuestion: boolean;
  products: Found<{ id: string }>[];
  hotlines: Found<{ id: string }>[];
  actions: Found<{ id: string }>[];
  asks: Found<{ id: string }>[];
  /** Choices of slots, of all types; negated ones left out. */
  choices: Found<{ negotiation: string; slot: string; value: string; whole: boolean }>[];
  cues: Found<{ negotiation: string; slot: string }>[];
  elements: Found<{ negotiation: string; element: string }>[];
  /** How strongly the message tells of each type, strongest first. */
  types: TypeScore[];
  /** A type called by its own name in a clause that says little else: 服务投诉, 换成服务投诉. */
  named: string | null;
  /** The clauses that ask something; the others tell. */
  questions: Clause[];
  /** As `types`, from the clauses that tell. */
  toldTypes: TypeScore[];
  values: Recognised[];
  /** What was said before and is put right here. */
  corrections: Correction[];
}

const isClosing = characterClass(/[\s。.!！~～]/u);
const isStop = characterClass(/[，。,.;；!！?？]/u);

/** How far before what happened a negation takes it back: 没买, not bought. */
const ADJACENT = 1;

const nothingSaid = (): Interpretation => ({
  text: '',
  clauses: [],
  acts: [],
  nonAnswer: null,
  safety: [],
  language: null,
  isQuestion: false,
  products: [],
  hotlines: [],
  actions: [],
  asks: [],
  choices: [],
  cues: [],
  elements: [],
  types: [],
  named: null,
  questions: [],
  toldTypes: [],
  values: [],
  corrections: [],
});

/** Reads one message. Pure; linear in its length. */
export function interpret(raw: string, mind: Understanding, context: ReadingContext): Interpretation {
  if (raw === '') return nothingSaid();
  const text = normalize(raw);
  const clauses = clausesOf(text);
  const hits = standing(mind.within.find(text));
  const negationEnds = new Set<number>();
  for (const { end, tag } of hits) if (tag.meaning.is === 'negation') negationEnds.add(end);
  const core = strip(text, mind.fillers);
  const meanings = wholeMeanings(text, mind, core);
  const span = { start: 0, end: raw.length };

  const found = nothingSaid();
  found.text = text;
  found.clauses = clauses;
  found.safety = mind.safety.read(text, core);
  found.values = recognise(raw, context);
  found.corrections = correctionsIn(text);
  const evidence: Evidence = { triggers: [], happenings: [], elsewhere: [] };
  let lastWord = text.length;
  while (isClosing(text, lastWord - 1)) lastWord--;
  const everything: Clause = { start: 0, end: text.length };
  const questions = new Set<Clause>();
  if (endsAsking()) markQuestion(lastWord - 2);
  for (const { start, end } of clauses) if (asksByForm(text, start, end)) markQuestion(start);

  for (const meaning of meanings) {
    if (meaning.is === 'act') found.acts.push({ act: meaning.act, whole: true, ...span });
    else if (meaning.is === 'non-answer') found.nonAnswer = meaning.reason;
    else if (meaning.is === 'language') found.language = meaning.language;
    else if (meaning.is === 'choice') {
      found.choices.push({
        negotiation: meaning.negotiation,
        slot: meaning.slot,
        value: meaning.value,
        whole: true,
        ...span,
      });
    }
  }
  for (const hit of hits) read(hit);
  leadingAnswer();
  found.isQuestion = questions.size > 0;
  found.questions = [...questions];
  found.types = scoreTypes(evidence, mind.tells);
  found.toldTypes =
    questions.size === 0 || found.types.length === 0 ? found.types : scoreTypes(told(evidence), mind.tells);
  return found;

  function endsAsking(): boolean {
    if (text.endsWith('?', lastWord) || text.endsWith('？', lastWord)) return true;
    return lastWord > 2 && mind.questionEndings.some(ending => text.endsWith(ending, lastWord));
  }

  function markQuestion(offset: number): void {
    questions.add(clauseAt(Math.max(0, offset)));
  }

  function clauseAt(offset: number): Clause {
    return clauseHolding(clauses, offset) ?? everything;
  }

  /** What lies in the clauses that ask nothing. */
  function told({ triggers, happenings, elsewhere }: Evidence): Evidence {
    return {
      triggers: triggers.filter(tells),
      happenings: happenings.filter(tells),
      elsewhere: elsewhere.filter(tells),
    };
  }

  function tells({ start }: Pick<Span, 'start'>): boolean {
    return !questions.has(everything) && !questions.has(clauseAt(start));
  }

  function read({ start, end, tag }: SayingHit<Tagged>): void {
    const { meaning } = tag;
    switch (meaning.is) {
      case 'act':
        if (isWhatTheClauseSays(start, end) || meaning.act === 'correct') {
          found.acts.push({ act: meaning.act, whole: false, start, end });
        }
        break;
      case 'non-answer':
        if (clauses.length <= 1 && isWhatTheClauseSays(start, end)) found.nonAnswer ??= meaning.reason;
        break;
      case 'language':
        if (isWhatTheClauseSays(start, end)) found.language = meaning.language;
        break;
      case 'question':
        markQuestion(start);
        break;
      case 'product':
        found.products.push({ id: meaning.id, start, end });
        break;
      case 'hotline':
        found.hotlines.push({ id: meaning.id, start, end });
        break;
      case 'action':
        found.actions.push({ id: meaning.id, start, end });
        break;
      case 'ask':
        found.asks.push({ id: meaning.id, start, end });
        break;
      case 'choice':
        if (!isNegated(start)) {
          const { negotiation, slot, value } = meaning;
          found.choices.push({ negotiation, slot, value, whole: false, start, end });
        }
        break;
      case 'cue':
        found.cues.push({ negotiation: meaning.negotiation, slot: meaning.slot, start, end });
        break;
      case 'evidence':
        found.elements.push({ negotiation: meaning.negotiation, element: meaning.element, start, end });
        break;
      case 'trigger':
        if (!isNegated(start)) {
          evidence.triggers.push({ negotiation: meaning.negotiation, weight: meaning.weight, start, end });
        }
        break;
      case 'concept':
        if (!isNegated(start, ADJACENT)) evidence.happenings.push({ concept: meaning.concept, start, end });
        break;
      case 'elsewhere':
        evidence.elsewhere.push({ start });
        break;
      case 'type':
        if (!isNegated(start) && isWhatTheClauseSays(start, end)) found.named = meaning.negotiation;
        break;
      case 'negation':
        break;
      default:
        meaning satisfies never;
    }
  }

  /** A command counts only where the clause says little else: 转人工 does, 我转人工客服转了三次都没人理 does not. */
  function isWhatTheClauseSays(start: number, end: number): boolean {
    const slack = /[a-z]/.test(text.slice(start, end)) ? 16 : 6;
    return saysLittleElse(text, clauseAt(start), { start, end, slack });
  }

  /** 我没说要退款: a negation at most so many units before takes the meaning back. */
  function isNegated(start: number, reach = 3): boolean {
    if (negationEnds.size === 0) return false;
    for (let end = start; end >= Math.max(0, start - reach); end--) {
      if (end < start && isStop(text, end)) return false;
      if (negationEnds.has(end)) return true;
    }
    return false;
  }

  /** 「没有，我没报警」: the first clause answers, the rest explains. 「…，所以我同意」: the last concludes. */
  function leadingAnswer(): void {
    if (meanings.length > 0) return;
    for (const { start, end } of answeringStretches(text, clauses)) {
      for (const meaning of wholeMeanings(text.slice(start, end), mind)) {
        if (meaning.is === 'act') found.acts.unshift({ act: meaning.act, whole: false, start, end });
        if (meaning.is === 'non-answer' && text.length <= 12) found.nonAnswer ??= meaning.reason;
      }
    }
  }
}
