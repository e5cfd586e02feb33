import type { SessionEvent, SignInWay } from './events.ts';
import { type Account, isActive } from './register.ts';

/** Instants in ISO 8601 in UTC. */
export interface Session {
  id: string;
  hash: string;
  epoch: number;
  opened: string;
  /** When it was last known to be used. */
  seen: string;
  expires: string;
  way: SignInWay;
  client: string;
}

/** The sessions of one account, by their ids, oldest first; those that are over may still be among them. */
export type Sessions = ReadonlyMap<string, Session>;

export const noSessions: Sessions = new Map();

/** The only place where sessions change. Total. */
export function evolveSessions(sessions: Sessions, event: SessionEvent): Sessions {
  switch (event.type) {
    case 'SessionOpened': {
      const { session: id, hash, epoch, at, expires, way, client } = event;
      const left = [...sessions].filter(([, one]) => at < one.expires && one.epoch >= epoch);
      return new Map([...left, [id, { id, hash, epoch, opened: at, seen: at, expires, way, client }]]);
    }
    case 'SessionSeen': {
      const session = sessions.get(event.session);
      return session ? new Map(sessions).set(session.id, { ...session, seen: event.at }) : sessions;
    }
    case 'SessionEnded':
      return new Map([...sessions].filter(([id]) => id !== event.session));
    default: {
      event satisfies never;
      return sessions;
    }
  }
}

/** How long sessions last, in milliseconds. */
export interface SessionRules {
  /** Unused. */
  idle: number;
  /** In all. */
  absolute: number;
}

/** Use is noted this often in the time after which an unused session ends: an hour's worth of clicks is one event. */
const SEEN_IN_IDLE = 8;

export const isLive = (session: Session, account: Account, now: string, { idle }: SessionRules): boolean =>
  isActive(account) &&
  session.epoch === account.epoch &&
  now < session.expires &&
  elapsed(session.seen, now) < idle;

/** Whether the use of a session is to be noted. */
export const isSeenDue = (session: Session, now: string, { idle }: SessionRules): boolean =>
  elapsed(session.seen, now) >= idle / SEEN_IN_IDLE;

const elapsed = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
