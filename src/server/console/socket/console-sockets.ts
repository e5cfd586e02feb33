import type { IncomingMessage as Request, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Desk } from '../../../console/desk.ts';
import type { Staff, StaffActor } from '../../../console/staff.ts';
import type { Gate } from '../../../limits/gate.ts';
import { SOCKET_PATH } from '../../../protocol/agreed.ts';
import { CONSOLE_SOCKET, SIGNED_OUT } from '../../../protocol/console/agreed.ts';
import { Attendance } from '../../../signals/attendance.ts';
import type { SignalData, Signals } from '../../../signals/signals.ts';
import { reachOf } from '../reach.ts';
import { isOurs, whoAsks } from '../who-asks.ts';
import { MediatorSocket } from './mediator-socket.ts';
import { Presence } from './presence.ts';

/** Bytes a frame may have. */
const LONGEST_FRAME = 16 * 1024;
/** Milliseconds from the first change of the lists to telling of it, so that many changes are told at once. */
const GATHER = 150;
/** A console that does not answer within one of these is closed, and nothing is offered to whoever had it open. */
const HEARTBEAT = 15_000;
/** Close code with which a client comes back at once. */
const RESTARTING = 1012;

export interface ConsoleSocketsParts {
  desk: Desk;
  staff: Staff;
  signals: Signals;
  gate: Gate;
  onError: (error: unknown) => void;
}

/** The console's way of hearing at once what happens: see `protocol/console/frames`. */
export class ConsoleSockets {
  readonly #parts: ConsoleSocketsParts;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_FRAME,
    clientTracking: false,
  });
  readonly #open = new Map<WebSocket, { mediator: MediatorSocket; cookie: string }>();
  readonly #silent = new WeakSet<WebSocket>();
  readonly #presence: Presence;
  readonly #attendance: Attendance;
  readonly #stops: (() => void)[];
  #gathering: NodeJS.Timeout | undefined;

  constructor(parts: ConsoleSocketsParts) {
    this.#parts = parts;
    this.#presence = new Presence(parts.signals);
    this.#attendance = new Attendance(parts.signals);
    this.#attendance.changed(() => {
      for (const { mediator } of this.#open.values()) mediator.sendPresent();
    });
    const beat = setInterval(() => this.#beat(), HEARTBEAT).unref();
    this.#stops = [
      parts.signals.hear('inbox', () => this.#inboxChanged()),
      parts.signals.hear('deadline', one => void this.#deadline(one).catch(parts.onError)),
      parts.staff.watch(() => void this.#lookAgain().catch(parts.onError)),
      () => clearInterval(beat),
      () => clearTimeout(this.#gathering),
      () => this.#presence.stop(),
      () => this.#attendance.stop(),
    ];
  }

  /** Takes the server's upgrade requests for the console's socket, and turns away those for no socket there is. */
  attach(server: Server): void {
    const listener = (request: Request, stream: Duplex, head: Buffer): void => {
      const path = request.url?.split('?')[0];
      if (path === CONSOLE_SOCKET) this.#upgrade(request, stream, head).catch(this.#parts.onError);
      else if (path !== SOCKET_PATH) refuse(stream, '404 Not Found');
    };
    server.on('upgrade', listener);
    this.#stops.push(() => server.off('upgrade', listener));
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    for (const socket of this.#open.keys()) socket.close(RESTARTING);
  }

  async #upgrade(request: Request, stream: Duplex, head: Buffer): Promise<void> {
    const { gate, staff } = this.#parts;
    stream.on('error', () => stream.destroy());
    const turned = await gate.pass('connects', gate.keyOf(request));
    if (turned) return refuse(stream, '429 Too Many Requests', turned.retryAfter);
    if (!isOurs(request.headers)) return refuse(stream, '403 Forbidden');
    const actor = await whoAsks(request.headers, staff.signIns);
    if (actor?.kind !== 'staff') return refuse(stream, '401 Unauthorized');
    this.#sockets.handleUpgrade(request, stream, head, socket =>
      this.#welcome(socket, actor, request.headers.cookie ?? ''),
    );
  }

  #welcome(socket: WebSocket, actor: StaffActor, cookie: string): void {
    const { desk, signals, onError } = this.#parts;
    const reach = reachOf(desk);
    const [presence, attendance] = [this.#presence, this.#attendance];
    const mediator = new MediatorSocket(socket, actor, {
      ...{ desk, reach, signals, presence, attendance, onError },
    });
    this.#open.set(socket, { mediator, cookie });
    for (const sign of ['message', 'pong'] as const) socket.on(sign, () => this.#silent.delete(socket));
    socket.on('close', () => this.#open.delete(socket));
    socket.on('error', () => {});
    mediator.sendInbox().catch(onError);
  }

  #inboxChanged(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      for (const { mediator } of this.#open.values()) {
        mediator.sendInbox().catch(this.#parts.onError);
        mediator.checkWatched().catch(this.#parts.onError);
      }
    }, GATHER).unref();
  }

  /** Told to whoever looks after it; where nobody does, to all. */
  async #deadline({ conversation, warning }: SignalData['deadline']): Promise<void> {
    const holder = await this.#parts.desk.holder(conversation);
    if (!holder) return;
    for (const { mediator } of this.#open.values())
      if (holder.mediator === null || holder.mediator === mediator.actor.id)
        mediator.send({ type: 'deadline', conversation, warning });
  }

  /** Sessions end, accounts are disabled, roles change: who was let in is looked at again. */
  async #lookAgain(): Promise<void> {
    for (const [socket, { mediator, cookie }] of this.#open) {
      const actor = await whoAsks({ cookie }, this.#parts.staff.signIns);
      if (actor?.kind !== 'staff') socket.close(SIGNED_OUT);
      else {
        mediator.actor = actor;
        await mediator.checkWatched();
      }
    }
  }

  #beat(): void {
    for (const socket of this.#open.keys()) {
      if (this.#silent.has(socket)) socket.terminate();
      else {
        this.#silent.add(socket);
        socket.ping();
      }
    }
  }
}

function refuse(stream: Duplex, status: string, retryAfter?: number): void {
  const wait = retryAfter === undefined ? '' : `Retry-After: ${retryAfter}\r\n`;
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n${wait}Content-Length: 0\r\n\r\n`);
}
