import { dayIn } from '../language/day.ts';
import type { Button, ConversationEvent, Provenance, Refusal, Reply } from '../conversation/events.ts';
import { evolve } from '../conversation/evolve.ts';
import type { Conversation } from '../conversation/state.ts';
import type { Negotiation, SlotDefinition } from '../knowledge/negotiation.ts';
import type { SafetyKind } from '../knowledge/lexicon.ts';
import type { PhraseKey } from '../knowledge/phrases.ts';
import type { SlotValue } from '../knowledge/value.ts';
import { normalize } from '../language/normalize.ts';
import type { Interpretation } from '../nlu/interpret.ts';
import type { Span } from '../nlu/span.ts';
import type { Secret } from '../nlu/secrets.ts';
import type { Mind } from './mind.ts';
import type { Moment } from './moment.ts';
import { findAnswers, type FoundAnswers, WORTH_OFFERING } from './find-answers.ts';
import { applicableSlots, nextQuestion, type Question } from './next-question.ts';
import type { Pressed } from './pressed.ts';
import { sayValue } from '../language/say.ts';
import { basisOf, cautionFor } from './basis.ts';
import { factsOf, type Parameters, phrase } from './render.ts';

/** A phrase and what was put into it, or `whole`: a text of the knowledge that holds nothing of the person's. */
export type Wording = { key: PhraseKey; parameters: Parameters } | 'whole';

/** A message as the dialogue sees it; credentials are masked already. */
export interface Said {
  id: string;
  text: string;
  choice?: string | undefined;
  evidence: string[];
  refusals: Refusal[];
}

/** One turn in the making. Rules read it, emit events (which change the state at once) and say replies. */
export class Turn {
  state: Conversation;
  readonly events: ConversationEvent[] = [];
  readonly replies: Reply[] = [];
  /** How the replies came by their words, of those of which it is known. */
  readonly wordings = new Map<Reply, Wording>();
  /** Whether the turn ends with the question that is due. Safety turns do not. */
  asksOn = true;
  /** Whether the person wants to get on with what is due, leaving a line they were changing as it was. */
  goesOn = false;
  /** Whether some rule made sense of the message. */
  understood = false;
  /** Slots that this message filled. */
  readonly filled: string[] = [];
  /** The stretches of the message that put an earlier answer right. */
  readonly corrected: Span[] = [];
  /** The day in the conversation's zone, YYYY-MM-DD. */
  readonly today: string;
  readonly before: Conversation;
  readonly message: Said;
  readonly reading: Interpretation;
  readonly pressed: Pressed | null;
  /** Credentials and identity numbers that were masked in the message. */
  readonly secrets: Secret[];
  readonly mind: Mind;
  readonly moment: Moment;
  #found: FoundAnswers | null = null;
  #due: { state: Conversation; question: Question | null } | null = null;
  #asked: { of: Negotiation | null; slot: SlotDefinition | null } | null = null;
  #slots: { of: Negotiation; known: Conversation['slots']; all: readonly SlotDefinition[] } | null = null;

  constructor(parts: {
    state: Conversation;
    message: Said;
    reading: Interpretation;
    pressed: Pressed | null;
    secrets: Secret[];
    mind: Mind;
    moment: Moment;
  }) {
    this.before = parts.state;
    this.state = parts.state;
    this.message = parts.message;
    this.reading = parts.reading;
    this.pressed = parts.pressed;
    this.secrets = parts.secrets;
    this.mind = parts.mind;
    this.moment = parts.moment;
    this.today = dayIn(parts.state.zone, parts.moment.now);
  }

  get negotiation(): Negotiation | null {
    return this.state.negotiation === null
      ? null
      : (this.mind.knowledge.negotiations.get(this.state.negotiation) ?? null);
  }

  /** The question that is due by the facts. */
  get due(): Question | null {
    if (this.#due?.state !== this.state) {
      this.#due = { state: this.state, question: nextQuestion(this.negotiation, this.state, this.today) };
    }
    return this.#due.question;
  }

  /** The slots that matter with what is known now, in the order in which they are asked. */
  get slots(): readonly SlotDefinition[] {
    const { negotiation: of, state } = this;
    if (!of) return [];
    const known = state.slots;
    if (this.#slots?.known !== known || this.#slots.of !== of)
      this.#slots = { of, known, all: applicableSlots(of, state, this.today) };
    return this.#slots.all;
  }

  slot(id: string | null): SlotDefinition | null {
    return id === null ? null : (this.negotiation?.slots.find(slot => slot.id === id) ?? null);
  }

  /** The slot that the person was asked for before this message. */
  get asked(): SlotDefinition | null {
    const { negotiation: of } = this;
    if (this.#asked?.of !== of) this.#asked = { of, slot: this.slot(this.before.asking) };
    return this.#asked.slot;
  }

  /** Answers near to what the message asks, best first, and the question as it was understood. */
  get found(): FoundAnswers {
    this.#found ??= findAnswers(this.reading, this.message.text, this.before.topic, this.mind);
    return this.#found;
  }

  /** Whether the message asks rather than tells: an answer is known for it, or it is short and nothing but a question. */
  get looksLikeQuestion(): boolean {
    if (!this.reading.isQuestion) return false;
    return this.isAnswered || this.reading.text.length <= 15;
  }

  /**
   * Whether the message is a question through and through: all its clauses ask, or what it tells belongs to a known
   * question (“my parcel is gone, who pays?”).
   */
  get #isAllQuestion(): boolean {
    const { questions, clauses, isQuestion } = this.reading;
    return isQuestion && (questions.length === clauses.length || this.found.isVerbatim);
  }

  /** Whether the message asks and tells nothing, and has an answer: the numbers in it fill nothing. */
  get onlyAsks(): boolean {
    return this.#isAllQuestion && this.looksLikeQuestion && this.isAnswered;
  }

  /** Whether the message only asks, and what is answered says itself all there is to say of a danger. */
  asksAbout(danger: SafetyKind): boolean {
    return this.onlyAsks && (this.found.hits[0]?.entry.warnsOf.includes(danger) ?? false);
  }

  /** Whether the message asks and tells nothing, and there are answers worth offering. */
  get asksSomethingKnown(): boolean {
    return this.#isAllQuestion && (this.found.hits[0]?.score ?? 0) >= WORTH_OFFERING;
  }

  /** Whether an answer is known to what the message asks. */
  get isAnswered(): boolean {
    return this.found.isSure;
  }

  emit(event: ConversationEvent): void {
    this.events.push(event);
    this.state = evolve(this.state, event);
  }

  fill(slot: string, value: SlotValue, from: Provenance): void {
    this.understood = true;
    this.filled.push(slot);
    this.emit({ type: 'SlotFilled', slot, value, from });
  }

  /**
   * Says the phrase `act` (or another key) with its parameters.
   * @param extra.facts cited by what the parameters or the card hold, besides those of the phrase itself
   */
  say(
    act: PhraseKey,
    parameters: Parameters = {},
    extra: Partial<Reply> & { key?: PhraseKey; facts?: readonly string[] } = {},
  ): void {
    const { key = act, facts = [], ...rest } = extra;
    const { knowledge } = this.mind;
    const { language } = this.state;
    const text = phrase(knowledge, language, key, parameters);
    const cited = factsOf(knowledge.phrases[language].bot[key], knowledge, language);
    this.speak({ act, text, ...rest }, [...cited, ...facts], { key, parameters });
  }

  /** Adds a reply; where a fact it cites is in doubt, with caution. In an urgent one what to do stands alone. */
  speak(reply: Reply, facts: readonly string[], wording?: Wording): void {
    const doubtful = reply.tone === 'urgent' ? null : cautionFor(facts, this.mind.knowledge, this.today);
    if (doubtful === null) {
      this.replies.push(reply);
      if (wording) this.wordings.set(reply, wording);
    } else {
      const caution = this.words('caution', { day: this.day(doubtful) });
      this.replies.push({ ...reply, text: `${reply.text}\n${caution}` });
    }
  }

  /** Adds a reply that states facts: they go with it as its basis. */
  inform(reply: Reply, facts: readonly string[], wording?: Wording): void {
    const { knowledge } = this.mind;
    const basis = basisOf(facts, knowledge, this.state.language, this.today, day => this.day(day));
    this.speak(basis.length > 0 ? { ...reply, basis } : reply, facts, wording);
  }

  words(key: PhraseKey, parameters: Parameters = {}): string {
    return phrase(this.mind.knowledge, this.state.language, key, parameters);
  }

  button(key: PhraseKey, value: string, parameters: Parameters = {}): Button {
    return { label: this.words(key, parameters), value };
  }

  /** Whether an act was said, or its button pressed. */
  does(act: Interpretation['acts'][number]['act']): boolean {
    if (this.pressed) return this.pressed.verb === 'act' && this.pressed.argument === act;
    return this.reading.acts.some(found => found.act === act);
  }

  /** Whether the message says yes to what was proposed, and nothing else. 「对，但是金额错了」 is no such yes. */
  get saysYes(): boolean {
    return (
      !this.pressed &&
      this.reading.acts.some(found => found.whole && (found.act === 'affirm' || found.act === 'agree'))
    );
  }

  /** The words of the message in a span, as where a value came from. */
  from(span: Span, rule: string, certainty: 'stated' | 'assumed' = 'stated'): Provenance {
    const { start, end } = span;
    return {
      message: this.message.id,
      start,
      end,
      words: this.message.text.slice(start, end),
      rule,
      certainty,
    };
  }

  get everything(): Span {
    return { start: 0, end: this.message.text.length };
  }

  /** A calendar day as the person reads it. */
  day(day: string): string {
    const { zone, language } = this.state;
    const reference = this.moment.now;
    return sayValue(
      { kind: 'date', lo: day, hi: day, grain: 'day', calendar: 'solar', zone, reference, approx: false },
      language,
    );
  }

  /** The checklist elements that a file's name speaks of. */
  elementsNamed(name: string): string[] {
    return this.mind.understanding.within
      .find(normalize(name))
      .map(({ tag }) => tag.meaning)
      .filter(meaning => meaning.is === 'evidence' && meaning.negotiation === this.state.negotiation)
      .map(meaning => (meaning.is === 'evidence' ? meaning.element : ''));
  }
}

/** One thing the bot can do with a message. `done` ends the turn; otherwise the next rule looks at it too. */
export interface Rule {
  name: string;
  apply(turn: Turn): 'done' | undefined;
}
