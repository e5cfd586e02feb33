/** Where the runtime gets what cannot be repeated. Tests and the terminal's `--now` pass their own. */
export interface Clock {
  /** The instant, ISO 8601 in UTC. */
  now(): string;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };
