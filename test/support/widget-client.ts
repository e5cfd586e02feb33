import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { build, type Rolldown } from 'vite';
import type { Entry } from '../../src/protocol/entry.ts';
import { SOCKET_PATH } from '../../src/protocol/agreed.ts';
import type { SaidMessage } from '../../src/protocol/frames.ts';

/** So many times faster than in a browser the client's clock runs: waits of seconds are over in a moment. */
export const HASTE = 20;

/** The part of `Chat` (`src/web/widget/chat-state.ts`) that is used here; that file is written for the browser. */
interface Chat {
  state(): {
    session: { conversation: string } | null;
    entries: Entry[];
    outgoing: { message: SaidMessage }[];
  };
  start(): void;
  say(said: Omit<SaidMessage, 'id'>): void;
}

type Listener = (event: { key: string | null }) => void;

/**
 * One person's browser without a face: its tabs run the widget's own code for sending, keeping and coming back, each in
 * a world of its own, and share their storage and locks as tabs do.
 */
export class WidgetBrowser {
  readonly #stored = new Map<string, string>();
  readonly #tabs: WidgetTab[] = [];
  readonly #script: Script;
  readonly #name = `browser-${Math.random()}`;

  private constructor(script: Script) {
    this.#script = script;
  }

  static async open(): Promise<WidgetBrowser> {
    return new WidgetBrowser(await clientScript());
  }

  /** A tab whose widget speaks to the server at this address, `http://…`. */
  tab(url: string): WidgetTab {
    const tab = new WidgetTab(this.#script, url, {
      storage: this.#storageOf(() => tab),
      lock: (name, work) => navigator.locks.request(`${this.#name}/${name}`, work),
    });
    this.#tabs.push(tab);
    return tab;
  }

  close(): void {
    for (const tab of this.#tabs) tab.close();
  }

  /** As `localStorage`: a change is told to all tabs but the one that made it. */
  #storageOf(owner: () => WidgetTab) {
    const stored = this.#stored;
    const tell = (key: string): void => {
      for (const tab of this.#tabs) if (tab !== owner()) setImmediate(() => tab.hear('storage', { key }));
    };
    return {
      get length() {
        return stored.size;
      },
      key: (index: number) => [...stored.keys()][index] ?? null,
      getItem: (key: string) => stored.get(key) ?? null,
      setItem(key: string, value: string) {
        stored.set(key, value);
        tell(key);
      },
      removeItem(key: string) {
        if (stored.delete(key)) tell(key);
      },
    };
  }
}

interface TabParts {
  storage: object;
  lock: (name: string, work: () => Promise<void>) => Promise<unknown>;
}

export class WidgetTab {
  readonly chat: Chat;
  readonly #listeners = new Map<string, Listener[]>();
  readonly #sockets = new Set<WebSocket>();
  #isClosed = false;

  constructor(script: Script, url: string, { storage, lock }: TabParts) {
    const world = createContext(this.#globals(lock)) as { client: ClientScript };
    script.runInContext(world);
    const { chatWith, keepIn } = world.client;
    this.chat = chatWith({
      url: url.replace('http', 'ws') + SOCKET_PATH,
      keep: keepIn(() => storage),
      language: () => 'zh-CN',
      takeBack: text => {
        throw new Error(`words were taken back: ${text}`);
      },
      languageTold() {},
    });
    this.chat.start();
  }

  /** What is shown of what the person said, in the order it is shown. */
  said(): string[] {
    return this.chat.state().entries.flatMap(entry => (entry.from === 'user' ? [entry.text ?? ''] : []));
  }

  hear(event: string, about: { key: string | null }): void {
    if (!this.#isClosed) for (const listener of this.#listeners.get(event) ?? []) listener(about);
  }

  close(): void {
    this.#isClosed = true;
    for (const socket of this.#sockets) socket.close();
  }

  #globals(lock: TabParts['lock']): object {
    const sockets = this.#sockets;
    const addEventListener = (event: string, listener: Listener): void => {
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    };
    const whileOpen = (work: () => void) => (): void => {
      if (!this.#isClosed) work();
    };
    return {
      addEventListener,
      document: { visibilityState: 'visible', addEventListener },
      navigator: { locks: { request: lock } },
      crypto,
      setTimeout: (work: () => void, wait: number) => setTimeout(whileOpen(work), wait / HASTE).unref(),
      clearTimeout,
      setInterval: (work: () => void, wait: number) => setInterval(whileOpen(work), wait / HASTE).unref(),
      WebSocket: class extends WebSocket {
        constructor(url: string) {
          super(url);
          sockets.add(this);
          this.addEventListener('close', () => sockets.delete(this));
        }
      },
    };
  }
}

interface ClientScript {
  chatWith(parts: {
    url: string;
    keep: unknown;
    language(): string;
    takeBack(text: string): void;
    languageTold(language: string): void;
  }): Chat;
  keepIn(find: () => object): unknown;
}

let made: Promise<Script> | undefined;

/** The widget's code as one script that leaves its exports in `client`. */
function clientScript(): Promise<Script> {
  made ??= build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'widget-entry.mjs'), formats: ['iife'], name: 'client' },
    },
  }).then(built => {
    const [output] = built as Rolldown.RolldownOutput[];
    const code = output?.output[0].code ?? '';
    return new Script(code, { filename: 'widget-client.js' });
  });
  return made;
}
