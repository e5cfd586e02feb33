/** So many within so many seconds. */
export interface Allowance {
  times: number;
  seconds: number;
}

/**
 * What is limited, by whom, and how much. Some hundred people behind one address who write all at once, and come back
 * all at once when the server was restarted, do not come near; a flood does. Who tries passwords comes near soon.
 */
export const LIMITS = {
  /** Sockets, by address. */
  connects: { times: 1_200, seconds: 60 },
  /** New conversations, by address. */
  openings: { times: 300, seconds: 60 },
  /** Conversations gone on with, by address. */
  returns: { times: 1_200, seconds: 60 },
  /** Messages, by address. */
  sendings: { times: 6_000, seconds: 60 },
  /** Messages, by conversation. */
  messages: { times: 300, seconds: 60 },
  /** Frames that make no sense, pings, and words that somebody is typing, by address. */
  noise: { times: 3_000, seconds: 60 },
  /** Files, by address. */
  uploads: { times: 600, seconds: 60 },
  /** Files, by conversation. */
  files: { times: 120, seconds: 60 },
  /** Pages, scripts and settings read, by address. */
  pages: { times: 3_000, seconds: 60 },
  /** Passwords and one-time links tried, by address: an office that comes to work, and no more. */
  signins: { times: 100, seconds: 300 },
  /** Passwords tried, by login. */
  logins: { times: 10, seconds: 900 },
} as const satisfies Record<string, Allowance>;
export type LimitName = keyof typeof LIMITS;
export type Allowances = Partial<Record<LimitName, Allowance>>;

/**
 * Reads changes to the limits: `off`, or `messages=60/10,uploads=off` with times per seconds; what is not named stays.
 * @returns null where it cannot be read
 */
export function readAllowances(text: string): Allowances | null {
  if (text === 'off') return {};
  const allowances: Allowances = { ...LIMITS };
  for (const part of text.split(',').filter(part => part.trim() !== '')) {
    const [, name, times, seconds] = /^\s*([a-z]+)\s*=\s*(?:off|(\d{1,9})\/(\d{1,5}))\s*$/.exec(part) ?? [];
    if (name === undefined || !(name in LIMITS)) return null;
    if (times === undefined) delete allowances[name as LimitName];
    else allowances[name as LimitName] = { times: Number(times), seconds: Number(seconds) };
  }
  return Object.values(allowances).every(({ times, seconds }) => times > 0 && seconds > 0)
    ? allowances
    : null;
}

export interface Limits {
  /**
   * Takes one of what `key` may do. Resolves with 0 where it may go on, otherwise with the seconds to wait. Never
   * rejects and never waits for another machine.
   */
  take(name: LimitName, key: string): Promise<number>;
  close(): void;
}

export const noLimits: Limits = { take: async () => 0, close() {} };
