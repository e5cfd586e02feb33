import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '../../protocol/entry.ts';
import { BotGroup, type Look, MediatorBubble, SystemNotice, UserBubble } from './bubble.tsx';
import { type Chat, type ChatState, isAboutServer } from './chat-state.ts';
import { dayKey, dayOf } from './clock-words.ts';
import { openEntry } from './entries.ts';
import { Icon } from './icons.tsx';
import type { Outgoing } from './outbox.ts';
import { followEnd } from './follow-end.ts';

interface TranscriptProps extends Look {
  chat: Chat;
  state: ChatState;
  /** Puts a text that was not sent back where it can be changed. */
  takeBack(text: string): void;
}

/** Milliseconds. */
const ANNOUNCED_AFTER = 1_000;

export function Transcript({ chat, state, takeBack, ...look }: TranscriptProps) {
  const { words, language } = look;
  const log = useRef<HTMLDivElement>(null);
  const [isBehind, setBehind] = useState(false);
  const { entries, outgoing, withWhom } = state;
  const delivered = new Set(
    entries.flatMap(({ from, message }) => (from === 'user' && message ? [message] : [])),
  );
  const pending = outgoing.filter(({ message }) => !delivered.has(message.id));
  const open = openEntry(entries, pending);
  const isOnItsWay = pending.some(one => !one.failed);
  // Two tabs may both bring the same message; the second time there is nothing to answer, though the server set out to.
  const last = entries.at(-1)?.from;
  const isAnsweredAlready = last !== undefined && last !== 'user';
  const isTyping =
    state.line === 'open' &&
    !isAboutServer(state.notice) &&
    (isOnItsWay || (state.isTyping && !isAnsweredAlready));
  const isMediatorTyping = state.isMediatorTyping && withWhom.state === 'mediator';
  /** The pressed button goes away; focus stays in the transcript, and no keyboard covers the answer. */
  const choose = (label: string, value: string) => {
    log.current?.focus({ preventScroll: true });
    chat.say({ text: label, choice: value });
  };

  const follower = useRef<ReturnType<typeof followEnd>>(null);
  useLayoutEffect(() => {
    if (!log.current) return;
    follower.current = followEnd(log.current, setBehind);
    return follower.current.stop;
  }, []);
  const latest = pending.length === 0 ? entries.at(-1) : undefined;
  useLayoutEffect(() => {
    const isAnswered = latest && latest.from !== 'user' && !isOnItsWay;
    follower.current?.grown(isAnswered ? `[data-version="${latest.version}"]` : null);
  }, [latest?.version, pending.length, isTyping, isMediatorTyping, language]);

  /** What was said before the panel opened is history: a screen reader is told what comes from then on. */
  const hasHistory = entries.length > 1;
  const [isHistoryDrawn, setHistoryDrawn] = useState(false);
  useEffect(() => {
    if (!latest) return;
    const timer = setTimeout(() => setHistoryDrawn(true), ANNOUNCED_AFTER);
    return () => clearTimeout(timer);
  }, [latest === undefined]);

  const now = Date.now();
  return (
    <div class="middle">
      <div
        ref={log}
        class="transcript"
        role="log"
        aria-live={hasHistory && !isHistoryDrawn ? 'off' : 'polite'}
        aria-label={words('transcript')}
        tabIndex={0}
      >
        {entries.map((entry, index) => {
          const before = entries[index - 1];
          const isNewDay = !before || dayKey(before.at) !== dayKey(entry.at);
          const { at } = entry;
          return (
            <Fragment key={entry.version}>
              {isNewDay && <p class="day">{dayOf(at, now, language, words)}</p>}
              <Line entry={entry} choose={entry.version === open ? choose : undefined} {...look} />
            </Fragment>
          );
        })}
        {pending.map(one => (
          <Pending key={one.message.id} outgoing={one} chat={chat} takeBack={takeBack} {...look} />
        ))}
        {isTyping && (
          <p class="typing">
            <Dots />
            <span class="hidden">{words('typing')}</span>
          </p>
        )}
        {isMediatorTyping && (
          <p class="typing">
            <Dots />
            <span>{words('mediator-typing', { name: withWhom.name })}</span>
          </p>
        )}
      </div>
      {isBehind && (
        <button type="button" class="to-latest" onClick={() => follower.current?.toEnd()}>
          <Icon of="down" size={16} />
          {words('to-latest')}
        </button>
      )}
    </div>
  );
}

const Dots = () => (
  <span class="dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);

interface LineProps extends Look {
  entry: Entry;
  choose: ((label: string, value: string) => void) | undefined;
}

function Line({ entry, choose, ...look }: LineProps) {
  const { at, text = '', files = [] } = entry;
  switch (entry.from) {
    case 'bot':
      return <BotGroup entry={entry} choose={choose} {...look} />;
    case 'mediator':
      return <MediatorBubble entry={entry} {...look} />;
    case 'system':
      return <SystemNotice entry={entry} words={look.words} />;
    case 'user':
      return text || files.length > 0 ? (
        <UserBubble at={at} text={text} files={files} state={look.words('sent')} {...look} />
      ) : null;
  }
}

interface PendingProps extends Look {
  outgoing: Outgoing;
  chat: Chat;
  takeBack(text: string): void;
}

/** What the person said and the conversation does not hold yet. */
function Pending({ outgoing, chat, takeBack, ...look }: PendingProps) {
  const { words } = look;
  const { message, at, files, failed } = outgoing;
  if (!message.text && files.length === 0 && !failed) return null;
  const state = failed ? words('not-sent') : words('sending');
  return (
    <UserBubble at={at} text={message.text} files={files} state={state} {...look}>
      {failed && (
        <div class="failed">
          <p class="hint">{words(failed)}</p>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              takeBack(message.text);
              chat.discard(message.id);
            }}
          >
            {words('take-back')}
          </button>
          <button type="button" class="quiet" onClick={() => chat.sendAgain(message.id)}>
            {words('send-again')}
          </button>
        </div>
      )}
    </UserBubble>
  );
}
