import type { Desk, TalkOrder } from '../console/desk.ts';
import type { CaseOutcome } from '../core/case/outcome.ts';
import type { CaseStatus } from '../core/case/status.ts';
import type { Mediator } from '../core/conversation/events.ts';

type Said = TalkOrder extends infer Order
  ? Order extends TalkOrder
    ? Omit<Order, 'id' | 'by'>
    : never
  : never;

/** Somebody who works in the console, with one conversation. @throws where something is refused: a demo is planned */
export class DemoMediator {
  readonly by: Mediator;
  readonly #desk: Desk;
  readonly #conversation: string;
  #count = 0;

  constructor(desk: Desk, by: Mediator, conversation: string) {
    this.#desk = desk;
    this.by = by;
    this.#conversation = conversation;
  }

  async look(): Promise<void> {
    await this.#desk.looked(this.#conversation, { at: 'item', file: null, by: this.by });
  }

  async order(order: Said): Promise<void> {
    done(await this.#desk.talk(this.#conversation, { id: this.#id(), by: this.by, ...order }));
  }

  async note(text: string): Promise<void> {
    await this.#desk.note(this.#conversation, { id: this.#id(), text, by: this.by });
  }

  async takeOn(): Promise<void> {
    const { deskVersion: version } = await this.#desk.item(this.#conversation);
    const change = { id: this.#id(), mediator: this.by, by: this.by, version };
    done(await this.#desk.assign(this.#conversation, change));
  }

  /** Moves the case filed last on. */
  async move(status: CaseStatus, reason: string, outcome?: CaseOutcome): Promise<void> {
    const last = (await this.#desk.item(this.#conversation)).cases.at(-1);
    if (!last) throw new Error('no case was filed');
    const change = { id: this.#id(), status, reason, outcome, by: this.by, version: last.version };
    done(await this.#desk.changeStatus(last.file.number, change));
  }

  /** Pauses or meets the day by which an answer was promised, of the case filed last. */
  async changeAnswer(
    what: { command: 'pause-deadline'; reason: string } | { command: 'meet-deadline' },
  ): Promise<void> {
    const last = (await this.#desk.item(this.#conversation)).cases.at(-1);
    if (!last) throw new Error('no case was filed');
    const change = { id: this.#id(), deadline: 'answer', by: this.by, version: last.version, ...what };
    done(await this.#desk.changeDeadline(last.file.number, change));
  }

  readonly #id = (): string => `demo-${++this.#count}`;
}

function done(result: { done: boolean; refused?: string }): void {
  if (!result.done) throw new Error(`what a mediator did was refused: ${result.refused}`);
}
