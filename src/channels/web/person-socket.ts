import type { WebSocket } from 'ws';
import type { Evidence } from '../../core/conversation/events.ts';
import type { Handoff } from '../../core/conversation/state.ts';
import type { Gate } from '../../limits/gate.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import type { ClientFrame } from '../../protocol/frames.ts';
import { Busy, type Conversations, UnknownConversation } from '../channel.ts';
import type { Transport } from './botkit/botkit-transport.ts';
import type { Happening } from '../../protocol/entries-of.ts';
import { type EntryBatch, entryStream } from '../../protocol/entry-stream.ts';
import { FrameSender } from './frame-sender.ts';
import { type ReadFrame, readFrame } from './read-frame.ts';
import type { Typing } from './typing.ts';
import { TellWithWhom } from './with-whom.ts';

/** Frames one socket may have waiting for their turn. The widget sends the next message when it has seen the last. */
const MOST_WAITING = 16;

/** Milliseconds after which a person is told that an answer is on its way; most have come by then. */
const TYPING_AFTER = 150;
/** Seconds after which some of them are worked off, as a client is told that sends too many. */
const WORKED_OFF_AFTER = 1;

/** Close codes; each makes a client connect again and go on from its cursor. */
export const CLOSE = { restarting: 1012, tryLater: 1013, erased: 4410, silent: 4408 } as const;

type Say = Extract<ClientFrame, { type: 'say' }>;
type Introduction = Extract<ClientFrame, { type: 'hello' | 'open' }>;

export interface PersonSocketParts {
  conversations: Conversations;
  typing: Typing;
  transport: () => Promise<Transport>;
  onError: (error: unknown) => void;
  metrics: Metrics;
  gate: Gate;
  /** What limits by address count this socket by. */
  address: string;
}

/**
 * One person's socket. The first `hello` or `open` that succeeds binds it to a conversation for good; nothing a later
 * frame claims can change which one it speaks for. Frames are worked off one after the other, in the order they came.
 */
export class PersonSocket {
  readonly #socket: WebSocket;
  readonly #parts: PersonSocketParts;
  readonly #sender: FrameSender;
  #conversation: string | null = null;
  #withWhom: TellWithWhom | null = null;
  #stopFollowing: (() => void) | null = null;
  #isClosed = false;
  /** Frames not worked off yet; the first one is under way. */
  readonly #waiting: (Say | Introduction)[] = [];
  #work: Promise<void> | null = null;

  constructor(socket: WebSocket, parts: PersonSocketParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#sender = new FrameSender(socket);
    socket.on('message', (data: Buffer, isBinary) => this.#received(isBinary ? null : data.toString()));
    socket.on('close', () => this.#closed());
  }

  get isIntroduced(): boolean {
    return this.#conversation !== null;
  }

  /** Resolves when all frames received so far are worked off. */
  async settled(): Promise<void> {
    await this.#work;
  }

  #received(data: string | null): void {
    // Once the goodbye is said nothing is taken; the client sends it again when it is back.
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const read: ReadFrame = data === null ? { refused: { reason: 'malformed' } } : readFrame(data);
    this.#parts.metrics.count('frames', 'frame' in read ? read.frame.type : 'unreadable');
    if ('refused' in read) {
      this.#refuse(read.refused.reason, read.refused.id);
      return this.#endureNoise();
    }
    const { frame } = read;
    if (frame.type === 'ping') {
      // At once, ahead of the work: a client asks by it whether the line still stands.
      this.#sender.send({ type: 'pong' });
      return this.#endureNoise();
    }
    if (frame.type === 'typing') {
      if (this.#conversation !== null && this.#withWhom?.mediator)
        this.#parts.typing.tell(this.#conversation);
      return this.#endureNoise();
    }
    if (this.#waiting.length >= MOST_WAITING) {
      this.#parts.metrics.count('refusals', 'too-many');
      this.#busy(WORKED_OFF_AFTER, frame.type === 'say' ? frame.message.id : undefined);
      return this.#endureNoise();
    }
    this.#waiting.push(frame);
    this.#work ??= this.#workOff();
  }

  async #workOff(): Promise<void> {
    for (let frame = this.#waiting[0]; frame; frame = this.#waiting[0]) {
      try {
        await (frame.type === 'say' ? this.#say(frame) : this.#introduce(frame));
      } catch (error) {
        this.#parts.onError(error);
      }
      this.#waiting.shift();
    }
    this.#work = null;
  }

  /** What is answered without work is still not endured without end. */
  #endureNoise(): void {
    const { gate, address, onError } = this.#parts;
    gate
      .pass('noise', address)
      .then(turned => turned && this.#socket.close(CLOSE.tryLater))
      .catch(onError);
  }

  #refuse(reason: 'unknown-conversation' | 'too-long' | 'malformed', id?: string): void {
    this.#parts.metrics.count('refusals', reason);
    this.#sender.send({ type: 'refused', reason, ...(id === undefined ? {} : { id }) });
  }

  #busy(retryAfter: number, id?: string): void {
    this.#sender.send({ type: 'refused', reason: 'busy', retryAfter, ...(id === undefined ? {} : { id }) });
  }

  async #introduce(frame: Introduction): Promise<void> {
    if (this.#isClosed) return;
    if (this.isIntroduced) return this.#refuse('malformed');
    const { gate, address } = this.#parts;
    const turned = await gate.pass(frame.type === 'open' ? 'openings' : 'returns', address);
    if (turned) {
      this.#busy(turned.retryAfter);
      return this.#socket.close(CLOSE.tryLater);
    }
    try {
      if (frame.type === 'open') await this.#open(frame.language);
      else await this.#resume(frame);
    } catch (error) {
      // The client must not take a failing disk for a conversation that is gone: it hears what is wrong and comes back.
      this.#sender.send({ type: 'refused', reason: 'not-saved' });
      this.#socket.close(CLOSE.tryLater);
      throw error;
    }
  }

  async #open(language: Extract<Introduction, { type: 'open' }>['language']): Promise<void> {
    const { conversation, token } = await this.#parts.conversations.open({ language, channel: 'web' });
    this.#sender.send({ type: 'opened', conversation, token });
    await this.#follow(conversation, { after: 0, taken: [], handoff: { state: 'bot' } });
  }

  async #resume({ conversation, token, after }: Extract<Introduction, { type: 'hello' }>): Promise<void> {
    if (!(await this.#parts.conversations.admits(conversation, token))) {
      return this.#refuse('unknown-conversation');
    }
    const { state, version } = await this.#parts.conversations.recall(conversation, after);
    this.#sender.send({ type: 'welcome', language: state.language });
    // A cursor beyond the end comes from a client that knows another past (the data were restored from a copy).
    const from = after > version ? 0 : after;
    const taken = Object.values({ ...state.storedBefore, ...state.stored });
    // From the beginning on the events themselves say who is there.
    const handoff: Handoff = from === 0 ? { state: 'bot' } : state.handoff;
    await this.#follow(conversation, { after: from, taken, handoff });
  }

  /** Sends the entries above version `after`, now and from now on. The first frame comes also where there are none. */
  async #follow(
    conversation: string,
    { after, taken, handoff }: { after: number; taken: Evidence[]; handoff: Handoff },
  ): Promise<void> {
    const { conversations, typing } = this.#parts;
    const entriesOf = entryStream(taken);
    const withWhom = new TellWithWhom({
      tell: told => this.#sender.send({ type: 'handoff', with: told }),
      followPlace: listener => conversations.followPlace(conversation, listener),
    });
    withWhom.begin(handoff);
    let isFirst = true;
    const send = (batch: EntryBatch): void => {
      if (isFirst || batch.entries.length > 0) this.#sender.sendEntries(batch);
      isFirst = false;
    };
    const stop = await conversations.follow(
      conversation,
      after,
      // The stream of a conversation holds no other events.
      events => {
        const happenings = events as Happening[];
        send(entriesOf(happenings));
        withWhom.happened(happenings.map(({ event }) => event));
        withWhom.say();
      },
      // It comes back, is told that there is no such conversation, and begins a new one.
      () => this.#socket.close(CLOSE.erased),
    );
    if (isFirst) send({ entries: [], cursor: after });
    withWhom.say();
    this.#conversation = conversation;
    this.#withWhom = withWhom;
    const stopTyping = typing.follow(conversation, mediator => {
      if (mediator === withWhom.mediator) this.#sender.send({ type: 'mediator-typing' });
    });
    this.#stopFollowing = () => {
      for (const end of [stop, stopTyping, () => withWhom.stop()]) end();
    };
    if (this.#isClosed) this.#closed();
  }

  /** Also carried out when the socket has closed meanwhile: a message that arrived is not lost. */
  async #say({ message }: Say): Promise<void> {
    const { id, text, choice, evidence, refusals } = message;
    if (this.#conversation === null) return this.#refuse('unknown-conversation', id);
    const turned = await this.#parts.gate.pass('sendings', this.#parts.address);
    if (turned) return this.#busy(turned.retryAfter, id);
    const incoming = {
      id,
      text,
      ...(choice === undefined ? {} : { choice }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(refusals === undefined ? {} : { refusals }),
    };
    const typing = setTimeout(() => this.#sender.send({ type: 'typing' }), TYPING_AFTER);
    try {
      const transport = await this.#parts.transport();
      await transport.deliver(this.#conversation, incoming);
    } catch (error) {
      if (error instanceof Busy) return this.#busy(error.retryAfter, id);
      if (error instanceof UnknownConversation) return this.#refuse('unknown-conversation', id);
      this.#sender.send({ type: 'refused', reason: 'not-saved', id });
      throw error;
    } finally {
      clearTimeout(typing);
    }
  }

  #closed(): void {
    this.#isClosed = true;
    const stop = this.#stopFollowing;
    this.#stopFollowing = null;
    stop?.();
  }
}
