import type { ClientFrame, ServerFrame } from '../../protocol/frames.ts';
import { askedWait, waitBefore, waitForRestart } from './waits.ts';

export type Line = 'idle' | 'connecting' | 'open' | 'lost';

export interface Connection {
  /** Connects, now if it was waiting to try again. Does nothing while a connection stands. */
  connect(): void;
  /** Closes what stands and connects anew. */
  reconnect(): void;
  /** Returns whether it was handed to an open socket; nothing is queued here. */
  send(frame: ClientFrame): boolean;
}

interface ConnectionEvents {
  opened(): void;
  received(frame: ServerFrame): void;
  /** `isToldWhy`: the line is lost because the server closed it after it had said why. */
  lineChanged(line: Line, isToldWhy?: boolean): void;
}

const PING_EVERY = 25_000;
const SILENCE_ALLOWED = 10_000;
const RESTARTING = 1012;
const TRY_LATER = 1013;

/** A socket to `url` that comes back by itself: after a wait, when the network returns, when the page is looked at again. */
export function openConnection(url: string, events: ConnectionEvents): Connection {
  let socket: WebSocket | null = null;
  let attempt = 0;
  /** Seconds the server asked to be left alone for. */
  let asked = 0;
  let wanted = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    wanted = true;
    if (socket) return;
    clearTimeout(retry);
    if (attempt === 0) events.lineChanged('connecting');
    const fresh = new WebSocket(url);
    socket = fresh;
    silence = setTimeout(() => dropped(fresh), SILENCE_ALLOWED);
    fresh.onopen = () => {
      if (socket !== fresh) return;
      clearTimeout(silence);
      events.lineChanged('open');
      events.opened();
    };
    fresh.onmessage = message => {
      if (socket !== fresh) return;
      clearTimeout(silence);
      const frame = parsed(message.data);
      if (!frame) return;
      if (frame.type !== 'refused') attempt = 0;
      else if (frame.id === undefined) asked = frame.retryAfter ?? 0;
      events.received(frame);
    };
    fresh.onclose = ({ code }) => dropped(fresh, code);
  }

  /** Also called where the socket does not notice: a dead network may take minutes to close it. */
  function dropped(which: WebSocket, code?: number): void {
    if (socket !== which) return;
    socket = null;
    clearTimeout(silence);
    which.onclose = null;
    which.close();
    events.lineChanged('lost', code === TRY_LATER);
    const chance = Math.random();
    const wait = code === RESTARTING ? waitForRestart(chance) : waitBefore(attempt++, chance);
    retry = setTimeout(connect, Math.max(wait, askedWait(asked, chance)));
    asked = 0;
  }

  function probe(): void {
    const probed = socket;
    if (probed?.readyState !== WebSocket.OPEN) return;
    probed.send(JSON.stringify({ type: 'ping' } satisfies ClientFrame));
    clearTimeout(silence);
    silence = setTimeout(() => dropped(probed), SILENCE_ALLOWED);
  }

  function lookAgain(): void {
    if (!wanted || document.visibilityState === 'hidden') return;
    if (socket) probe();
    else connect();
  }

  addEventListener('online', lookAgain);
  addEventListener('pageshow', lookAgain);
  addEventListener('offline', probe);
  document.addEventListener('visibilitychange', lookAgain);
  setInterval(probe, PING_EVERY);

  return {
    connect,
    reconnect() {
      if (socket) dropped(socket);
      attempt = 0;
      connect();
    },
    send(frame) {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
  };
}

function parsed(data: unknown): ServerFrame | null {
  try {
    const frame = JSON.parse(String(data)) as ServerFrame;
    return typeof frame?.type === 'string' ? frame : null;
  } catch {
    return null;
  }
}
