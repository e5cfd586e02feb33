import type { IncomingMessage as Request, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Gate, openGate } from '../../limits/gate.ts';
import { type LabelOf, type Metrics, noMetrics } from '../../metrics/metrics.ts';
import { SOCKET_PATH } from '../../protocol/agreed.ts';
import type { Signals } from '../../signals/signals.ts';
import type { Channel, Conversations } from '../channel.ts';
import type { Transport } from './botkit/botkit-transport.ts';
import { Heartbeat } from './heartbeat.ts';
import { isOriginAllowed } from './origin.ts';
import { CLOSE, PersonSocket } from './person-socket.ts';
import { Typing } from './typing.ts';

/** Bytes a frame may have; a longer one closes its socket. */
const LONGEST_FRAME = 1024 * 1024;
/** Milliseconds a client has to answer the closing handshake when the channel stops. */
const FAREWELL = 5_000;
/**
 * Milliseconds from one goodbye to the next when the channel stops, and over all: clients come back in the same order,
 * and not all in one instant.
 */
const BETWEEN_GOODBYES = 1;
const ALL_GOODBYES = 2_000;
/** Seconds after which a client that found no room, or a server about to stop, may try again. */
const TRY_AGAIN = 5;

export interface WebChannelOptions {
  conversations: Conversations;
  signals: Signals;
  /** Origins (`https://shop.example`) whose pages may open a socket, beside the server's own. */
  allowedOrigins: readonly string[];
  /** Told of what failed. Errors made here hold no text and no token. */
  onError: (error: unknown) => void;
  /** Milliseconds between two pings; a socket that has shown no sign of life by the next one is dropped. */
  heartbeat?: number;
  /** Sockets at a time; more are answered 503. */
  maxSockets?: number;
  gate?: Gate;
  metrics?: Metrics;
}

export interface WebChannel extends Channel {
  /** Takes the server's upgrade requests for the widget's socket. May be called before `start`. */
  attach(server: Server): void;
}

/** The web widget's way in: JSON frames over a WebSocket, see `protocol/frames`. */
export function webChannel(options: WebChannelOptions): WebChannel {
  const {
    conversations,
    signals,
    allowedOrigins,
    onError,
    heartbeat: interval = 30_000,
    maxSockets = 10_000,
    gate = openGate,
    metrics = noMetrics,
  } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_FRAME, clientTracking: false });
  // What is no handshake is answered like all else that is turned away, without a page that says what ws made of it.
  sockets.on('wsClientError', (_error, stream) => reject(stream, '400 Bad Request'));
  const people = new Map<WebSocket, PersonSocket>();
  const heartbeat = new Heartbeat(people, interval);
  const typing = new Typing(signals);
  const detach: (() => void)[] = [() => typing.stop()];
  let isStopping = false;
  let loading: Promise<Transport> | undefined;

  /** Botkit takes most of a second to load; what uses no web channel does not wait for it. */
  const transport = (): Promise<Transport> => {
    loading ??= import('./botkit/botkit-transport.ts').then(({ botkitTransport }) =>
      botkitTransport(conversations),
    );
    return loading;
  };

  async function upgrade(request: Request, stream: Duplex, head: Buffer): Promise<void> {
    stream.on('error', () => stream.destroy());
    const { origin, host } = request.headers;
    if (!isOriginAllowed(origin, host, allowedOrigins))
      return turnAway(stream, '403 Forbidden', 'foreign-page');
    if (isStopping) return turnAway(stream, UNAVAILABLE, 'draining', TRY_AGAIN);
    if (people.size >= maxSockets) return turnAway(stream, UNAVAILABLE, 'full', TRY_AGAIN);
    const address = gate.keyOf(request);
    const turned = await gate.pass('connects', address);
    if (turned?.because === 'full') return reject(stream, UNAVAILABLE, turned.retryAfter);
    if (turned) return reject(stream, '429 Too Many Requests', turned.retryAfter);
    sockets.handleUpgrade(request, stream, head, socket => welcome(socket, address));
  }

  function turnAway(stream: Duplex, status: string, because: LabelOf<'refusals'>, retryAfter?: number): void {
    metrics.count('refusals', because);
    reject(stream, status, retryAfter);
  }

  function welcome(socket: WebSocket, address: string): void {
    const person = new PersonSocket(socket, {
      ...{ conversations, typing, transport, onError, metrics, gate, address },
    });
    people.set(socket, person);
    heartbeat.watch(socket);
    socket.on('close', () => people.delete(socket));
    // A broken frame or connection is the client's affair; ws closes the socket itself.
    socket.on('error', () => {});
  }

  return {
    attach(server) {
      const listener = (request: Request, stream: Duplex, head: Buffer): void => {
        if (request.url?.split('?')[0] === SOCKET_PATH) upgrade(request, stream, head).catch(onError);
        else if (server.listenerCount('upgrade') === 1) reject(stream, '404 Not Found');
      };
      server.on('upgrade', listener);
      detach.push(() => server.off('upgrade', listener));
    },

    async start() {
      await transport();
      heartbeat.start();
    },

    /** Lets what was received be committed, and tells clients one after the other to come back. */
    async stop() {
      isStopping = true;
      heartbeat.stop();
      const open = [...people];
      const between = Math.min(BETWEEN_GOODBYES, ALL_GOODBYES / open.length);
      await Promise.all(open.map(([socket, person], place) => sayGoodbye(socket, person, place * between)));
      for (const one of detach) one();
    },
  };
}

const UNAVAILABLE = '503 Service Unavailable';

function reject(stream: Duplex, status: string, retryAfter?: number): void {
  const wait = retryAfter === undefined ? '' : `Retry-After: ${retryAfter}\r\n`;
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n${wait}Content-Length: 0\r\n\r\n`);
}

/** Resolves when all that came over the socket is worked off and the socket is gone. */
async function sayGoodbye(socket: WebSocket, person: PersonSocket, after: number): Promise<void> {
  await sleep(after);
  await person.settled();
  socket.close(CLOSE.restarting);
  await person.settled();
  await closedOrGone(socket);
}

function closedOrGone(socket: WebSocket): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(() => socket.terminate(), FAREWELL);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (socket.readyState === socket.CLOSED) done();
    else socket.once('close', done);
  });
}
