import { alone } from './alone.ts';
import { type Chat, type ChatState, isAboutServer, isAboutStart } from './chat-state.ts';
import type { ServerFrame } from '../../protocol/frames.ts';
import { openConnection } from './connection.ts';
import { type Delivery, deliver } from './delivery.ts';
import { deliveredIn, mergeEntries } from './entries.ts';
import type { Keep } from './keep.ts';
import { type Outbox, outboxIn } from './outbox.ts';
import {
  forgetSession,
  freshId,
  readSession,
  type Session,
  type WidgetLanguage,
  writeSession,
} from './session.ts';
import { later } from './waits.ts';

interface ChatParts {
  url: string;
  keep: Keep;
  language(): WidgetLanguage;
  /** Words that had not gone out when the conversation was lost. */
  takeBack(text: string): void;
  /** The conversation is held in this language. */
  languageTold(language: WidgetLanguage): void;
}

const TYPING_LASTS = 30_000;
const MEDIATOR_TYPING_LASTS = 6_000;
const TYPING_SAID_EVERY = 3_000;
const WITH_BOT = { state: 'bot' } as const;
const OTHER_TAB_MAY_TAKE = 5_000;

/** The conversation as the widget sees it: everything that is not drawing. */
export function chatWith({ url, keep, language, takeBack, languageTold }: ChatParts): Chat {
  const outbox: Outbox = outboxIn(keep);
  const listeners = new Set<() => void>();
  let version = 0;
  let typingEnds: ReturnType<typeof setTimeout> | undefined;
  let mediatorTypingEnds: ReturnType<typeof setTimeout> | undefined;
  let typingSaid = 0;
  let letOthersOpen = () => {};
  let state: ChatState = {
    line: 'idle',
    session: readSession(keep),
    entries: [],
    outgoing: outbox.all(),
    isTyping: false,
    withWhom: WITH_BOT,
    isMediatorTyping: false,
    notice: null,
  };

  const change = (part: Partial<ChatState> = {}) => {
    state = { ...state, ...part, outgoing: outbox.all() };
    for (const listener of listeners) listener();
  };

  const delivery: Delivery = deliver({
    outbox,
    send: message => connection.send({ type: 'say', message }),
    after: later,
    chance: Math.random,
  });

  const connection = openConnection(url, {
    opened: () => void introduce(),
    received,
    lineChanged(line, isToldWhy) {
      if (line === 'lost') {
        delivery.lost();
        letOthersOpen();
      }
      const isOver = line === 'lost' && !isToldWhy && isAboutServer(state.notice);
      const notice = isOver ? null : state.notice;
      if (line === 'open') return change({ line, notice });
      mediatorTyping(false);
      // Who is there is told anew over the next line.
      change({ line, notice, isTyping: false, withWhom: WITH_BOT });
    },
  });

  /** One tab opens a conversation; another that waited for it goes on with what was opened. */
  async function introduce(): Promise<void> {
    if (!readSession(keep)) letOthersOpen = await alone('parley:open');
    const session = readSession(keep);
    if (session) {
      letOthersOpen();
      adopt(session);
      connection.send({ type: 'hello', ...session, after: version });
    } else if (!connection.send({ type: 'open', language: language() })) letOthersOpen();
  }

  /** Unsent words of another conversation would be out of place here: the person looks at them first. */
  function adopt(session: Session): void {
    if (state.session && state.session.conversation !== session.conversation) {
      version = 0;
      change({ entries: [] });
    }
    const strays = outbox
      .all()
      .filter(one => one.conversation !== null && one.conversation !== session.conversation);
    const texts = strays.flatMap(({ message }) => (message.choice === undefined && message.text) || []);
    for (const { message } of strays) outbox.remove(message.id);
    for (const text of texts) takeBack(text);
    if (texts.length > 0) change({ notice: 'words-taken-back' });
    change({ session });
  }

  function received(frame: ServerFrame): void {
    if (frame.type === 'opened') {
      const session = { conversation: frame.conversation, token: frame.token };
      writeSession(keep, session);
      letOthersOpen();
      adopt(session);
      delivery.ready();
    } else if (frame.type === 'welcome') {
      tellLanguage(frame.language);
      delivery.ready();
    } else if (frame.type === 'entries') hear(frame);
    else if (frame.type === 'refused') refused(frame);
    else if (frame.type === 'typing') typing(true);
    else if (frame.type === 'mediator-typing') mediatorTyping(true);
    else if (frame.type === 'handoff') {
      mediatorTyping(false);
      change({ withWhom: frame.with });
    }
  }

  /** A language chosen here and not sent yet is the newer word. */
  function tellLanguage(told: WidgetLanguage | undefined): void {
    const isChanging = outbox.all().some(one => one.message.choice?.startsWith('language:'));
    if (told && told !== language() && !isChanging) languageTold(told);
  }

  function hear({ entries, cursor, language: told }: Extract<ServerFrame, { type: 'entries' }>): void {
    // A server that knows less than it told before was set back to a copy: what it tells now is what there is.
    const known = cursor < version ? [] : state.entries;
    version = cursor;
    delivery.arrived(deliveredIn(entries));
    tellLanguage(told);
    // What was said comes together with its answer, or with none where a mediator is to answer.
    if (entries.length > 0) typing(false);
    if (entries.some(({ from }) => from === 'mediator')) mediatorTyping(false);
    const holds = isAboutStart(state.notice) || outbox.next() !== null;
    change({ entries: mergeEntries(known, entries), notice: holds ? state.notice : null });
  }

  function refused({ reason, id, retryAfter }: Extract<ServerFrame, { type: 'refused' }>): void {
    typing(false);
    if (id === undefined && (reason === 'unknown-conversation' || reason === 'malformed')) return startAnew();
    if (reason === 'unknown-conversation') return connection.reconnect();
    if (id !== undefined) delivery.refused(id, reason, retryAfter);
    change(reason === 'busy' || reason === 'not-saved' ? { notice: reason } : {});
  }

  /** What was kept of the conversation is of no use to the server. */
  function startAnew(): void {
    if (!state.session) return;
    forgetSession(keep, state.session.conversation);
    delivery.lost();
    change({ notice: 'started-anew' });
    void introduce();
  }

  function typing(isTyping: boolean): void {
    clearTimeout(typingEnds);
    if (isTyping) typingEnds = setTimeout(() => change({ isTyping: false }), TYPING_LASTS);
    if (state.isTyping !== isTyping) change({ isTyping });
  }

  function mediatorTyping(isMediatorTyping: boolean): void {
    clearTimeout(mediatorTypingEnds);
    if (isMediatorTyping)
      mediatorTypingEnds = setTimeout(() => change({ isMediatorTyping: false }), MEDIATOR_TYPING_LASTS);
    if (state.isMediatorTyping !== isMediatorTyping) change({ isMediatorTyping });
  }

  addEventListener('storage', event => {
    if (state.line === 'idle' || !(event.key === null || event.key.startsWith('parley:'))) return;
    change();
    const session = readSession(keep);
    if (session && session.conversation !== state.session?.conversation) connection.reconnect();
    setTimeout(delivery.pump, OTHER_TAB_MAY_TAKE);
  });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: connection.connect,
    typing() {
      // A server that tells of no mediator may not know what this means.
      if (state.withWhom.state !== 'mediator' || Date.now() - typingSaid < TYPING_SAID_EVERY) return;
      typingSaid = Date.now();
      connection.send({ type: 'typing' });
    },
    say(said, files = []) {
      const message = { id: freshId(), ...said };
      outbox.add({ message, conversation: state.session?.conversation ?? null, at: Date.now(), files });
      delivery.pump();
      change(isAboutStart(state.notice) ? { notice: null } : {});
    },
    sendAgain(id) {
      outbox.again(id);
      delivery.pump();
      change();
    },
    discard(id) {
      outbox.remove(id);
      change();
    },
  };
}
