import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Mediator } from '../../../core/conversation/events.ts';
import type { ConsoleServerFrame } from '../../../protocol/console/frames.ts';
import { KEYS } from '../api/keys.ts';
import { merged, type Transcript } from '../talk/merge-entries.ts';
import { ConsoleSocket } from './console-socket.ts';
import { type DeadlineFrame, type Live, LiveContext } from './live-context.ts';

const POLL_WITHOUT_SOCKET = 10_000;
/** With the socket lists are read when it says so; this is for what only the clock changes. */
const POLL_WITH_SOCKET = 60_000;
const TYPING_SHOWS = 6_000;
const TYPING_SAID_EVERY = 3_000;

/** Up to where a talk is known, whenever it is asked. */
const cursorOf = (client: QueryClient, conversation: string) => (): number =>
  client.getQueryData<Transcript>(KEYS.transcript(conversation))?.cursor ?? 0;

/** Keeps the line to the server, and puts what comes over it where answers of the server are kept. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const socket = useRef<ConsoleSocket | null>(null);
  const watched = useRef<string | null>(null);
  const typingSaid = useRef(0);
  const warned = useRef(new Set<(frame: DeadlineFrame) => void>());
  const [isConnected, setConnected] = useState(false);
  const [present, setPresent] = useState<Mediator[]>([]);
  const [typedAt, setTypedAt] = useState(0);

  useEffect(() => {
    const reread = (...keys: (readonly string[])[]): void => {
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    };
    const take = (frame: ConsoleServerFrame): void => {
      switch (frame.type) {
        case 'inbox':
          client.setQueryData(KEYS.counts, frame.counts);
          client.setQueryData(KEYS.offers, frame.offers);
          return reread(KEYS.inbox);
        case 'entries':
          setTypedAt(0);
          client.setQueryData<Transcript>(KEYS.transcript(frame.conversation), known => merged(known, frame));
          return;
        case 'changed':
          return reread(KEYS.item(frame.conversation), KEYS.history(frame.conversation));
        case 'gone':
          return reread(KEYS.item(frame.conversation));
        case 'present':
          if (frame.conversation === watched.current) setPresent(frame.staff);
          return;
        case 'typing':
          if (frame.conversation === watched.current) setTypedAt(Date.now());
          return;
        case 'deadline':
          for (const listener of warned.current) listener(frame);
          return;
        case 'malformed':
        case 'pong':
      }
    };
    const line = new ConsoleSocket({
      frame: take,
      connected(isConnected) {
        setConnected(isConnected);
        if (!isConnected) return setPresent([]);
        // What changed while there was no line was told to nobody here.
        reread(KEYS.inbox);
        if (watched.current !== null) reread(KEYS.item(watched.current), KEYS.history(watched.current));
      },
      refused: () => reread(KEYS.session),
      signedOut: () => client.setQueryData(KEYS.session, null),
    });
    socket.current = line;
    // A talk that is open from the start was opened before there was a line.
    if (watched.current !== null) line.watch(watched.current, cursorOf(client, watched.current));
    return () => line.close();
  }, [client]);

  useEffect(() => {
    if (typedAt === 0) return;
    const timer = window.setTimeout(() => setTypedAt(0), TYPING_SHOWS);
    return () => window.clearTimeout(timer);
  }, [typedAt]);

  const watch = useCallback(
    (conversation: string | null) => {
      watched.current = conversation;
      setPresent([]);
      setTypedAt(0);
      if (conversation === null) return socket.current?.leave();
      socket.current?.watch(conversation, cursorOf(client, conversation));
    },
    [client],
  );
  const typing = useCallback(() => {
    if (Date.now() - typingSaid.current < TYPING_SAID_EVERY) return;
    typingSaid.current = Date.now();
    socket.current?.typing();
  }, []);

  const hearDeadline = useCallback((listener: (frame: DeadlineFrame) => void) => {
    const listeners = warned.current.add(listener);
    return () => void listeners.delete(listener);
  }, []);

  const live = useMemo<Live>(
    () => ({
      isConnected,
      pollEvery: isConnected ? POLL_WITH_SOCKET : POLL_WITHOUT_SOCKET,
      present,
      isPersonTyping: typedAt > 0,
      watch,
      typing,
      hearDeadline,
    }),
    [isConnected, present, typedAt, watch, typing, hearDeadline],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}
