import type { WebSocket } from 'ws';
import type { Desk } from '../../../console/desk.ts';
import type { StaffActor } from '../../../console/staff.ts';
import type { Mediator } from '../../../core/conversation/events.ts';
import { ConsoleClientFrame, type ConsoleServerFrame } from '../../../protocol/console/frames.ts';
import type { Happening } from '../../../protocol/entries-of.ts';
import { entryStream } from '../../../protocol/entry-stream.ts';
import type { Attendance } from '../../../signals/attendance.ts';
import type { Signals } from '../../../signals/signals.ts';
import type { Reach } from '../answer-call.ts';
import { mediatorOf } from '../mediator-of.ts';
import type { Presence } from './presence.ts';

/** Bytes a console may leave unread before it is taken for one that never reads. */
const MOST_UNREAD = 8 * 1024 * 1024;

export interface MediatorSocketParts {
  desk: Desk;
  reach: Reach;
  signals: Signals;
  presence: Presence;
  attendance: Attendance;
  onError: (error: unknown) => void;
}

/** One console's socket. It watches one conversation at a time, as long as its mediator may. */
export class MediatorSocket {
  readonly #socket: WebSocket;
  readonly #parts: MediatorSocketParts;
  readonly #by: Mediator;
  actor: StaffActor;
  #watched: string | null = null;
  #stops: (() => void)[] = [];
  /** Frames are worked off one after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(socket: WebSocket, actor: StaffActor, parts: MediatorSocketParts) {
    this.#socket = socket;
    this.actor = actor;
    this.#by = mediatorOf(actor);
    this.#parts = parts;
    socket.on('message', (data: Buffer, isBinary) => this.#received(isBinary ? '' : data.toString()));
    socket.on('close', () => {
      this.#leave();
      parts.presence.leave(this);
    });
    parts.presence.set(this, this.#by, null);
  }

  get watched(): string | null {
    return this.#watched;
  }

  /** Never throws; a socket that is gone swallows what is sent. */
  send(frame: ConsoleServerFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MOST_UNREAD) this.#socket.terminate();
    else this.#socket.send(JSON.stringify(frame), () => {});
  }

  async sendInbox(): Promise<void> {
    const { desk } = this.#parts;
    const [counts, offers] = await Promise.all([desk.counts(this.#by), desk.offers(this.#by)]);
    this.send({ type: 'inbox', counts, offers });
  }

  sendPresent(): void {
    const conversation = this.#watched;
    if (conversation === null) return;
    this.send({ type: 'present', conversation, staff: this.#parts.attendance.at(conversation) });
  }

  /** What was allowed may not be any more: the account has changed, or somebody else looks after it now. */
  async checkWatched(): Promise<void> {
    const conversation = this.#watched;
    if (conversation === null || (await this.#parts.reach.conversation(this.actor, conversation))) return;
    this.#leave();
    this.send({ type: 'gone', conversation });
  }

  #received(text: string): void {
    const frame = frameIn(text);
    if (!frame) return this.send({ type: 'malformed' });
    if (frame.type === 'ping') return this.send({ type: 'pong' });
    if (frame.type === 'typing') return this.#typing();
    this.#work = this.#work.then(() => this.#carryOut(frame)).catch(this.#parts.onError);
  }

  async #carryOut(frame: Extract<ConsoleClientFrame, { type: 'watch' | 'leave' }>): Promise<void> {
    this.#leave();
    if (frame.type === 'watch') await this.#watch(frame.conversation, frame.after);
  }

  #typing(): void {
    const conversation = this.#watched;
    const mediator = this.#by.id;
    if (conversation !== null) this.#parts.signals.tell('typing', { conversation, by: 'mediator', mediator });
  }

  async #watch(conversation: string, after: number): Promise<void> {
    const { desk, reach, presence, signals } = this.#parts;
    if (!(await reach.conversation(this.actor, conversation)))
      return this.send({ type: 'gone', conversation });
    const { files } = await desk.item(conversation);
    const entriesOf = entryStream(files);
    this.#watched = conversation;
    this.#stops = [
      await desk.follow(
        conversation,
        after,
        events => {
          const { entries, cursor } = entriesOf(events as Happening[]);
          this.send({ type: 'entries', conversation, entries, cursor });
          // Whatever was said may have filled a slot, brought a file, or changed who speaks.
          this.send({ type: 'changed', conversation });
        },
        () => this.send({ type: 'gone', conversation }),
      ),
      await desk.followDesk(conversation, () => this.send({ type: 'changed', conversation })),
      signals.hear('typing', one => {
        if (one.conversation === conversation && one.by === 'person')
          this.send({ type: 'typing', conversation });
      }),
    ];
    if (this.#socket.readyState !== this.#socket.OPEN) return this.#leave();
    presence.set(this, this.#by, conversation);
    this.sendPresent();
  }

  #leave(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    if (this.#watched !== null && this.#socket.readyState === this.#socket.OPEN)
      this.#parts.presence.set(this, this.#by, null);
    this.#watched = null;
  }
}

function frameIn(text: string): ConsoleClientFrame | null {
  try {
    return ConsoleClientFrame.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
