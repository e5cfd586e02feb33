import type { ConversationEvent, Provenance } from '../../core/conversation/events.ts';
import { evolve } from '../../core/conversation/evolve.ts';
import { type Conversation, emptyConversation } from '../../core/conversation/state.ts';
import type { Mind } from '../../core/dialogue/mind.ts';
import type { Moment } from '../../core/dialogue/moment.ts';
import { greet, takeTurn } from '../../core/dialogue/take-turn.ts';
import type { Language } from '../../core/knowledge/localized.ts';

/** Where a value comes from that a check sets and nobody said. */
export const FROM_NO_MESSAGE: Provenance = {
  message: '',
  start: 0,
  end: 0,
  words: '',
  rule: 'check',
  certainty: 'stated',
};

/** A talk held only to see what would be said; nothing of it is stored. */
export class Talk {
  state: Conversation;
  readonly #mind: Mind;
  readonly #moment: Moment;
  #turns = 0;

  /** @param today the day on which it is held, YYYY-MM-DD */
  constructor(mind: Mind, language: Language, today: string) {
    this.#mind = mind;
    this.#moment = {
      now: `${today}T02:00:00.000Z`,
      freshCaseNumber: '000000-00000-00000',
      receiver: 'Parley',
      answerWithinDays: 3,
      limits: { maxBytes: 1024 * 1024, maxFiles: 20 },
      caseStatus: null,
      desk: { isOpen: true, opensAt: null },
    };
    this.state = emptyConversation;
    this.happen([
      { type: 'ConversationStarted', language, zone: 'Asia/Shanghai', channel: 'check', tokenHash: '' },
    ]);
    this.happen(greet(this.state, mind, this.#moment));
  }

  happen(events: ConversationEvent[]): void {
    this.state = events.reduce(evolve, this.state);
  }

  say(text: string): ConversationEvent[] {
    return this.#send(text);
  }

  press(choice: string): ConversationEvent[] {
    return this.#send('', choice);
  }

  /** What would follow, with the talk left where it is. */
  wouldFollow(text: string, choice?: string): ConversationEvent[] {
    const message = { id: `m${this.#turns + 1}`, text, choice, evidence: [], refusals: [] };
    return takeTurn(this.state, message, this.#mind, this.#moment);
  }

  #send(text: string, choice?: string): ConversationEvent[] {
    const events = this.wouldFollow(text, choice);
    this.#turns++;
    this.happen(events);
    return events;
  }
}

/** The replies among the events of a turn. */
export const repliesOf = (events: ConversationEvent[]) =>
  events.flatMap(event => (event.type === 'BotReplied' ? event.replies : []));

/** A talk in which a slot of a type has just been asked, with its buttons shown. */
export function asked(
  mind: Mind,
  language: Language,
  today: string,
  negotiation: string,
  slot: string,
): Talk {
  const talk = new Talk(mind, language, today);
  talk.happen([
    {
      type: 'TypeChosen',
      negotiation,
      from: FROM_NO_MESSAGE,
    },
  ]);
  talk.press(`edit:${slot}`);
  return talk;
}
