import type { ConversationEvent } from '../../core/conversation/events.ts';
import { evolve } from '../../core/conversation/evolve.ts';
import { emptyConversation, type Handoff } from '../../core/conversation/state.ts';
import type { WithWhom } from '../../protocol/frames.ts';
import type { QueuePlace } from '../channel.ts';

export interface WithWhomParts {
  tell: (told: WithWhom) => void;
  /** Calls back with the place in the queue and its changes; returns how to stop. */
  followPlace: (listener: (place: QueuePlace) => void) => () => void;
}

/**
 * Tells one socket who speaks with its person: as the talk's own events say, so that no place in the queue is told any
 * more once a mediator is there, however late the queue hears of it.
 */
export class TellWithWhom {
  readonly #parts: WithWhomParts;
  #handoff: Handoff = { state: 'bot' };
  #told = JSON.stringify({ state: 'bot' } satisfies WithWhom);
  #unfollow: (() => void) | null = null;
  #isStopped = false;

  constructor(parts: WithWhomParts) {
    this.#parts = parts;
  }

  /** Who is there; null: none but the bot. */
  get mediator(): string | null {
    return this.#handoff.state === 'mediator' ? this.#handoff.mediator.id : null;
  }

  /** As it stood where the events begin that follow. */
  begin(handoff: Handoff): void {
    this.#handoff = handoff;
  }

  happened(events: readonly ConversationEvent[]): void {
    for (const event of events)
      this.#handoff = evolve({ ...emptyConversation, handoff: this.#handoff }, event).handoff;
  }

  /** Says how it stands, where that is news. */
  say(): void {
    if (this.#isStopped) return;
    const handoff = this.#handoff;
    if (handoff.state === 'requested') {
      if (this.#unfollow) return;
      this.#tell({ state: 'waiting', queue: null });
      this.#unfollow = this.#parts.followPlace(queue => {
        if (this.#unfollow) this.#tell({ state: 'waiting', queue });
      });
      return;
    }
    this.#unfollow?.();
    this.#unfollow = null;
    this.#tell(
      handoff.state === 'mediator' ? { state: 'mediator', name: handoff.mediator.name } : { state: 'bot' },
    );
  }

  stop(): void {
    this.#isStopped = true;
    this.#unfollow?.();
    this.#unfollow = null;
  }

  #tell(told: WithWhom): void {
    const text = JSON.stringify(told);
    if (text === this.#told) return;
    this.#told = text;
    this.#parts.tell(told);
  }
}
