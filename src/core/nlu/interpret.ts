import type { LexiconAct, SafetyKind } from '../knowledge/lexicon.ts';
import type { Language } from '../knowledge/localized.ts';
import type { NonAnswer } from '../knowledge/value.ts';
import { asksByForm } from '../language/asks-by-form.ts';
import { normalize } from '../language/normalize.ts';
import { answeringStretches } from './answering-stretches.ts';
import { type Clause, clauseAt, clausesOf } from './clauses.ts';
import { type Correction, correctionsIn } from './corrections.ts';
import type { SayingHit } from './saying-index.ts';
import { type Meaning, strip, type Tagged, type Understanding } from './understanding.ts';
import type { ReadingContext, Recognised } from './values/recogniser.ts';
import { recognise } from './values/recognise.ts';
import { wholeMeanings } from './whole-meanings.ts';

export interface Span {
  start: number;
  end: number;
}
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
  types: { negotiation: string; score: number }[];
  /** A type called by its own name in a clause that says little else: 服务投诉, 换成服务投诉. */
  named: string | null;
  /** The clauses that ask something; the others tell. */
  questions: Clause[];
  /** As `types`, from the clauses that tell. */
  toldTypes: { negotiation: string; score: number }[];
  values: Recognised[];
  /** What was said before and is put right here. */
  corrections: Correction[];
}

/** Reads one message. Pure; linear in its length. */
export function interpret(raw: string, mind: Understanding, context: ReadingContext): Interpretation {
  const text = normalize(raw);
  const clauses = clausesOf(text);
  const hits = standing(mind.within.find(text));
  const negationEnds = new Set(hits.filter(hit => hit.tag.meaning.is === 'negation').map(hit => hit.end));
  const core = strip(text, mind.fillers);
  const meanings = wholeMeanings(text, mind, core);
  const span = { start: 0, end: raw.length };

  const found: Interpretation = {
    text,
    clauses,
    acts: [],
    nonAnswer: null,
    safety: mind.safety.read(text, core),
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
    values: recognise(raw, context),
    corrections: correctionsIn(text),
  };
  const triggers: Found<{ negotiation: string; weight: number }>[] = [];
  const last = text.replace(/[\s。.!！~～]+$/, '');
  if (/[?？]$/.test(last) || (last.length > 2 && mind.questionEndings.some(ending => last.endsWith(ending))))
    markQuestion(last.length - 2);
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
  found.types = scoreTypes(triggers);
  found.toldTypes = scoreTypes(
    triggers.filter(
      trigger => !found.questions.some(clause => clause.start <= trigger.start && trigger.start < clause.end),
    ),
  );
  return found;

  function markQuestion(offset: number): void {
    found.isQuestion = true;
    const clause = clauseAt(clauses, Math.max(0, offset), text);
    if (!found.questions.includes(clause)) found.questions.push(clause);
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
          triggers.push({ negotiation: meaning.negotiation, weight: meaning.weight, start, end });
        }
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
    const clause = clauseAt(clauses, start, text);
    const length = stretchAround(text, clause, start, end);
    const slack = /[a-z]/.test(text.slice(start, end)) ? 16 : 6;
    return length <= end - start + slack;
  }

  /** 我没说要退款: a negation at most three units before takes the meaning back. */
  function isNegated(start: number): boolean {
    for (let end = start; end >= Math.max(0, start - 3); end--) {
      if (end < start && /[，。,.;；!！?？]/.test(text.charAt(end))) return false;
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

const PAUSE = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** People pause with a blank as with a comma (别糊弄我 给我找个真人): the length between such pauses around a saying. */
function stretchAround(text: string, clause: Clause, start: number, end: number): number {
  let [from, to] = [clause.start, clause.end];
  for (const { index } of text.slice(clause.start, clause.end).matchAll(PAUSE)) {
    const at = clause.start + index;
    if (at < start) from = at + 1;
    else if (at >= end) to = Math.min(to, at);
  }
  return text.slice(from, to).trim().length;
}

/** One stretch of text counts once for a type, with its weightiest saying. */
function scoreTypes(
  triggers: Found<{ negotiation: string; weight: number }>[],
): { negotiation: string; score: number }[] {
  const scores = new Map<string, number>();
  const counted = new Map<string, Set<number>>();
  for (const trigger of triggers.toSorted((a, b) => b.weight - a.weight)) {
    const { negotiation, start, end } = trigger;
    const places = counted.get(negotiation) ?? new Set();
    counted.set(negotiation, places);
    const own = Array.from({ length: end - start }, (_, place) => start + place);
    if (own.some(place => places.has(place))) continue;
    for (const place of own) places.add(place);
    scores.set(trigger.negotiation, (scores.get(trigger.negotiation) ?? 0) + trigger.weight);
  }
  return [...scores]
    .map(([negotiation, score]) => ({ negotiation, score }))
    .sort((a, b) => b.score - a.score);
}

/** The hits that count: drops those that lie inside an exception of the same meaning, and hits inside a longer hit of the same slot or kind. */
export function standing(hits: SayingHit<Tagged>[]): SayingHit<Tagged>[] {
  const allowed = hits.filter((hit, at) => {
    if (hit.tag.blocks) return false;
    return !around(
      hits,
      at,
      other => other.tag.blocks && other.tag.key === hit.tag.key && covers(other, hit),
    );
  });
  return allowed.filter((hit, at) => !around(allowed, at, other => swallows(other, hit)));
}

/** No saying is longer than this, so only hits that start this near can cover another. Keeps the sweep linear. */
const LONGEST_SAYING = 64;

/** Whether some hit that could cover the one at `at` passes the test. Hits are ordered by start. */
function around(hits: SayingHit<Tagged>[], at: number, test: (other: SayingHit<Tagged>) => boolean): boolean {
  const start = hits[at]?.start ?? 0;
  for (let before = at - 1; before >= 0; before--) {
    const other = hits[before];
    if (!other || start - other.start > LONGEST_SAYING) break;
    if (test(other)) return true;
  }
  for (let after = at + 1; after < hits.length; after++) {
    const other = hits[after];
    if (!other || other.start > start) break;
    if (test(other)) return true;
  }
  return false;
}

function covers(longer: SayingHit<Tagged>, hit: SayingHit<Tagged>): boolean {
  return longer.start <= hit.start && hit.end <= longer.end;
}

function swallows(longer: SayingHit<Tagged>, hit: SayingHit<Tagged>): boolean {
  if (longer.end - longer.start <= hit.end - hit.start || !covers(longer, hit)) return false;
  return rivals(longer.tag.meaning, hit.tag.meaning);
}

/** Meanings between which the longer saying decides: 不给退款 is the problem, not the demand 退款. */
function rivals(a: Meaning, b: Meaning): boolean {
  if (a.is === 'choice' && b.is === 'choice') return a.negotiation === b.negotiation;
  return a.is === b.is && a.is !== 'question';
}
