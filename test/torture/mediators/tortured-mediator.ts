import type { InboxRow } from '../../../src/protocol/console/desk.ts';
import type { ConsoleServerFrame } from '../../../src/protocol/console/frames.ts';
import type { Chance } from '../chance.ts';
import { type Memoir, newMemoir, remember } from '../memoir.ts';
import { ConsoleLine } from './console-line.ts';
import type { Enlisted } from './enlist.ts';

/** An order and what it was answered: `done`, or why it was refused. */
export interface Order {
  conversation: string;
  id: string;
  path: string;
  answered: string;
  /** The version it was answered with; null where it was refused. */
  version: number | null;
}

/** A conversation as this console was shown it, over all times it was open. */
interface Opened {
  memoir: Memoir;
  reached: number;
  isGone: boolean;
  /** Whether the last that was shown of who came and went is that this mediator came. */
  isMine: boolean;
}

/** Milliseconds after which the lists are read again in any case. */
const LOOKS_EVERY = 1_500;
/** Of those that wait the first few are looked at, so that several mediators run for the same. */
const RUN_FOR = 3;
/** Every so many-th talk is left alone by all, so that its timer has to fire. */
const LEFT_ALONE = 4;
const MOST_DONE = 5;

/** Somebody who works in a console of servers that keep dying: accepts, takes over, speaks, asks, returns and closes. */
export class TorturedMediator {
  readonly id: string;
  readonly orders: Order[] = [];
  readonly #opened = new Map<string, Opened>();
  #watched: Opened | null = null;
  /** In which conversation orders are given. */
  #holds: string | null = null;
  readonly #name: string;
  readonly #line: ConsoleLine;
  readonly #chance: Chance;
  /** Whether the lists have changed since they were read. */
  #isListed = false;
  #count = 0;

  constructor(urls: string[], { by, cookie }: Enlisted, chance: Chance) {
    this.id = by.id;
    this.#name = by.name;
    this.#line = new ConsoleLine(urls, cookie, chance);
    this.#line.onFrame = frame => this.#hear(frame);
    this.#line.onOpen = () => this.#watch();
    this.#chance = chance;
  }

  /** What this console was shown of each conversation. */
  get memoirs(): Memoir[] {
    return [...this.#opened.values()].map(({ memoir }) => memoir);
  }

  /** The conversation that is open, where it shows this mediator as the one who is there. */
  get believesToHold(): string | null {
    return this.#watched?.isMine && !this.#watched.isGone ? this.#watched.memoir.conversation : null;
  }

  /** Works until it is over, and stays with whoever they are with then. */
  async live(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const found = await this.#choose();
      if (found) await this.#attend(found, over);
      else await this.#news(over);
    }
  }

  /** Resolves when the conversation that is open is shown up to the version of its last entry, or time is up. */
  async catchUp(lastOf: (conversation: string) => Promise<number>, ms: number): Promise<void> {
    const watched = this.#watched;
    if (!watched) return;
    this.#line.hangUp();
    const last = await lastOf(watched.memoir.conversation);
    await this.#line.listen(ms, () => watched.isGone || watched.reached >= last);
  }

  leave(): void {
    this.#line.hangUp();
  }

  /** Waits until the lists have changed, or a while: the word that they have may be lost with a server. */
  async #news(over: AbortSignal): Promise<void> {
    await this.#line.listen(LOOKS_EVERY, () => over.aborted || this.#isListed);
    this.#isListed = false;
  }

  async #choose(): Promise<Pick<InboxRow, 'conversation' | 'handoff'> | null> {
    const takesOver = this.#chance.is(0.15);
    const view = takesOver ? 'all' : 'waiting';
    const wanted = takesOver ? 'mediator' : 'requested';
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: string = cursor && `&cursor=${cursor}`;
      const { body, status } = await this.#line.call('GET', `/inbox?view=${view}&limit=50${page}`);
      if (status !== 200) throw new Error(`the inbox answered ${status} ${body.error}`);
      const rows = (body['rows'] as InboxRow[]).filter(
        ({ handoff, conversation }) => handoff === wanted && !isLeftAlone(conversation),
      );
      if (rows.length > 0) return this.#chance.one(rows.slice(0, RUN_FOR));
      cursor = body['cursor'] as string | null;
    }
    return null;
  }

  async #attend(
    { conversation, handoff }: Pick<InboxRow, 'conversation' | 'handoff'>,
    over: AbortSignal,
  ): Promise<void> {
    if (this.#chance.is(0.5)) await this.#open(conversation);
    const isTaken = await this.#order('accept', conversation, { instead: handoff === 'mediator' });
    if (!isTaken) return this.#close();
    this.#holds = conversation;
    await this.#open(conversation);
    const most = this.#chance.upTo(MOST_DONE);
    for (let done = 0; done < most && this.#holds; done++) {
      await this.#line.listen(this.#chance.upTo(200), () => this.#holds === null);
      await this.#act(conversation);
    }
    if (!this.#holds || over.aborted) return;
    // One in ten walks away and says nothing; a supervisor may take over.
    if (this.#chance.is(0.9)) await this.#order(this.#chance.is(0.5) ? 'close' : 'return', conversation);
    this.#holds = null;
    await this.#close();
  }

  async #act(conversation: string): Promise<void> {
    const chance = this.#chance;
    if (chance.is(0.1)) return this.#line.hangUp();
    if (chance.is(0.1)) return this.#line.send({ type: 'typing' });
    const say = (): Promise<boolean> =>
      this.#order('messages', conversation, { text: `您好，我是${this.#name}` });
    const [path, body] = chance.one<[string, object]>([
      ['messages', { text: '请稍等，我看看' }],
      ['messages', { text: '还在吗' }],
      ['slot-requests', { slot: chance.one(['amount', 'product']) }],
      ['file-requests', { what: '付款截图' }],
      ['answers', { faq: '12378-alipay' }],
    ]);
    await Promise.all([this.#order(path, conversation, body), ...(chance.is(0.2) ? [say()] : [])]);
  }

  /** Gives an order until it is answered. True where it was carried out. */
  async #order(path: string, conversation: string, body: object = {}): Promise<boolean> {
    const id = `o${this.#count++}`;
    const answer = await this.#line.call('POST', `/conversations/${conversation}/${path}`, { id, ...body });
    const isDone = answer.status === 200;
    const version = isDone ? Number(answer.body['version']) : null;
    this.orders.push({
      conversation,
      id,
      path,
      answered: isDone ? 'done' : String(answer.body.error),
      version,
    });
    const isLost = answer.body.error === 'not-yours' || answer.body.error === 'not-found';
    if (isLost && this.#holds === conversation) this.#holds = null;
    return isDone;
  }

  async #open(conversation: string): Promise<void> {
    const before = this.#opened.get(conversation);
    if (before && this.#watched === before && !before.isGone) return;
    // What the server still sends of the time before must not be taken for a repetition.
    if (before) this.#line.hangUp();
    const opened = before ?? { memoir: newMemoir(conversation), reached: 0, isGone: false, isMine: false };
    opened.isGone = false;
    this.#opened.set(conversation, opened);
    this.#watched = opened;
    await this.#line.introduce();
  }

  async #close(): Promise<void> {
    this.#watched = null;
    await this.#line.send({ type: 'leave' });
  }

  #watch() {
    if (!this.#watched || this.#watched.isGone) return null;
    const { conversation } = this.#watched.memoir;
    return { type: 'watch', conversation, after: this.#watched.reached } as const;
  }

  #hear(frame: ConsoleServerFrame): void {
    if (frame.type === 'inbox') this.#isListed = true;
    const watched = this.#watched;
    if (!watched || !('conversation' in frame) || frame.conversation !== watched.memoir.conversation) return;
    if (frame.type === 'gone') {
      watched.isGone = true;
      if (this.#holds === frame.conversation) this.#holds = null;
    } else if (frame.type === 'entries') {
      watched.reached = remember(watched.memoir, frame.entries, watched.reached);
      const last = frame.entries.findLast(({ notice }) => notice !== undefined && notice !== 'asks');
      if (last) watched.isMine = last.notice === 'joined' && last.name === this.#name;
      if (last && !watched.isMine && this.#holds === frame.conversation) this.#holds = null;
    }
  }
}

const isLeftAlone = (conversation: string): boolean => conversation.charCodeAt(0) % LEFT_ALONE === 0;
