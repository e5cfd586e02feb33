import { LRUCache } from 'lru-cache';
import { nanoid } from 'nanoid';
import type { SessionEvent, SignInWay } from '../../core/staff/events.ts';
import type { Account } from '../../core/staff/register.ts';
import {
  evolveSessions,
  isLive,
  isSeenDue,
  noSessions,
  type Session,
  type SessionRules,
  type Sessions,
} from '../../core/staff/sessions.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { appendAtEnd } from '../commit.ts';
import { sessionsStream, STAFF_OWNER } from '../streams.ts';
import { FoldedStream } from './folded-stream.ts';
import { hashOf, isSecretOf, newSecret } from './secret.ts';

const ACCOUNTS_REMEMBERED = 1_000;
/** Characters of a browser's name for itself that are kept. */
const LONGEST_CLIENT = 200;

/** The sessions of staff. A session's token names its account, so that it is found without a list of all. */
export class AccountSessions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #rules: SessionRules;
  readonly #accounts = new LRUCache<string, FoldedStream<Sessions>>({ max: ACCOUNTS_REMEMBERED });

  constructor(store: Store, clock: Clock, rules: SessionRules) {
    this.#store = store;
    this.#clock = clock;
    this.#rules = rules;
  }

  /** @returns the token, shown once, and the instant at which the session ends however much it is used */
  async open(account: Account, way: SignInWay, client: string): Promise<{ token: string; expires: string }> {
    const secret = newSecret();
    const at = this.#clock.now();
    const expires = new Date(Date.parse(at) + this.#rules.absolute).toISOString();
    const session = nanoid();
    await this.#append(account.id, `open:${session}`, {
      type: 'SessionOpened',
      session,
      hash: hashOf(secret),
      epoch: account.epoch,
      at,
      expires,
      way,
      client: client.slice(0, LONGEST_CLIENT),
    });
    return { token: `${account.id}.${secret}`, expires };
  }

  /** The session of a token, whether it is live or not, and the account it names. */
  async find(token: string): Promise<{ account: string; session: Session } | null> {
    const [, account, secret] = /^([\w-]{1,64})\.([\w-]{43})$/.exec(token) ?? [];
    if (account === undefined || secret === undefined) return null;
    const sessions = await this.#of(account);
    const session = [...sessions.values()].find(({ hash }) => isSecretOf(secret, hash));
    return session ? { account, session } : null;
  }

  /** Whether a session still holds. Its use is noted now and then. */
  async holds(session: Session, account: Account): Promise<boolean> {
    const now = this.#clock.now();
    if (!isLive(session, account, now, this.#rules)) return false;
    if (isSeenDue(session, now, this.#rules)) {
      // Two requests, or two processes, note the same use once.
      const cause = `seen:${session.id}:${session.seen}`;
      const noted = this.#append(account.id, cause, { type: 'SessionSeen', session: session.id, at: now });
      // While nothing can be stored, what is there can still be read; the next use is noted instead.
      await noted.catch(() => {});
    }
    return true;
  }

  /** Those that still hold, newest first. */
  async list(account: Account): Promise<Session[]> {
    const now = this.#clock.now();
    const sessions = await this.#of(account.id);
    return [...sessions.values()].filter(one => isLive(one, account, now, this.#rules)).toReversed();
  }

  /** @returns false where there is no such session */
  async end(account: string, session: string): Promise<boolean> {
    const sessions = await this.#of(account);
    if (!sessions.has(session)) return false;
    await this.#append(account, `end:${session}`, { type: 'SessionEnded', session });
    return true;
  }

  async #of(account: string): Promise<Sessions> {
    let folded = this.#accounts.get(account);
    if (!folded) {
      folded = new FoldedStream(this.#store, sessionsStream(account), noSessions, (sessions, { event }) =>
        evolveSessions(sessions, event as SessionEvent),
      );
      this.#accounts.set(account, folded);
    }
    return (await folded.current()).state;
  }

  async #append(account: string, cause: string, event: SessionEvent): Promise<void> {
    const to = { stream: sessionsStream(account), owner: STAFF_OWNER, cause, at: this.#clock.now() };
    await appendAtEnd(this.#store, { ...to, events: [event] });
  }
}
