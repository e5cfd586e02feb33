import type { IncomingMessage as Request, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { SOCKET_PATH } from '../../protocol/agreed.ts';
import type { Channel, Conversations } from '../channel.ts';
import type { Transport } from './botkit/botkit-transport.ts';
import { Heartbeat } from './heartbeat.ts';
import { isOriginAllowed } from './origin.ts';
import { CLOSE, PersonSocket } from './person-socket.ts';

/** Bytes a frame may have; a longer one closes its socket. */
const LONGEST_FRAME = 1024 * 1024;
/** Milliseconds a client has to answer the closing handshake when the channel stops. */
const FAREWELL = 1_000;

export interface WebChannelOptions {
  conversations: Conversations;
  /** Origins (`https://shop.example`) whose pages may open a socket, beside the server's own. */
  allowedOrigins: readonly string[];
  /** Told of what failed. Errors made here hold no text and no token. */
  onError: (error: unknown) => void;
  /** Milliseconds between two pings; a socket that has shown no sign of life by the next one is dropped. */
  heartbeat?: number;
  /** Sockets at a time; more are answered 503. */
  maxSockets?: number;
}

export interface WebChannel extends Channel {
  /** Takes the server's upgrade requests for the widget's socket. May be called before `start`. */
  attach(server: Server): void;
}

/** The web widget's way in: JSON frames over a WebSocket, see `protocol/frames`. */
export function webChannel(options: WebChannelOptions): WebChannel {
  const {
    conversations,
    allowedOrigins,
    onError,
    heartbeat: interval = 30_000,
    maxSockets = 10_000,
  } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_FRAME, clientTracking: false });
  const people = new Map<WebSocket, PersonSocket>();
  const heartbeat = new Heartbeat(people, interval);
  const detach: (() => void)[] = [];
  let isStopping = false;
  let loading: Promise<Transport> | undefined;

  /** Botkit takes most of a second to load; what uses no web channel does not wait for it. */
  const transport = (): Promise<Transport> => {
    loading ??= import('./botkit/botkit-transport.ts').then(({ botkitTransport }) =>
      botkitTransport(conversations),
    );
    return loading;
  };

  function upgrade(request: Request, stream: Duplex, head: Buffer): void {
    stream.on('error', () => stream.destroy());
    const { origin, host } = request.headers;
    if (isStopping || people.size >= maxSockets) return reject(stream, '503 Service Unavailable');
    if (!isOriginAllowed(origin, host, allowedOrigins)) return reject(stream, '403 Forbidden');
    sockets.handleUpgrade(request, stream, head, welcome);
  }

  function welcome(socket: WebSocket): void {
    const person = new PersonSocket(socket, { conversations, transport, onError });
    people.set(socket, person);
    heartbeat.watch(socket);
    socket.on('close', () => people.delete(socket));
    // A broken frame or connection is the client's affair; ws closes the socket itself.
    socket.on('error', () => {});
  }

  return {
    attach(server) {
      const listener = (request: Request, stream: Duplex, head: Buffer): void => {
        if (request.url?.split('?')[0] === SOCKET_PATH) upgrade(request, stream, head);
        else if (server.listenerCount('upgrade') === 1) reject(stream, '404 Not Found');
      };
      server.on('upgrade', listener);
      detach.push(() => server.off('upgrade', listener));
    },

    async start() {
      await transport();
      heartbeat.start();
    },

    /** Lets what was received be committed, and tells clients to come back. */
    async stop() {
      isStopping = true;
      heartbeat.stop();
      const open = [...people];
      await Promise.all(open.map(([, person]) => person.settled()));
      for (const [socket] of open) socket.close(CLOSE.restarting);
      await Promise.all(open.map(([, person]) => person.settled()));
      await Promise.all(open.map(([socket]) => closedOrGone(socket)));
      for (const one of detach) one();
    },
  };
}

function reject(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
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
