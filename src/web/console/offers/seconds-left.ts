/** An offer's end and the present, both by the clock of the server, and when that was told by the clock here. */
export interface Ending {
  until: string;
  /** Instant, ISO 8601. */
  at: string;
  /** Milliseconds by the clock here. */
  toldAt: number;
}

/** Whole seconds until an offer ends, never below 0, though the clock here may be another than the server's. */
export const secondsLeft = ({ until, at, toldAt }: Ending, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(until) - Date.parse(at) - (now - toldAt)) / 1_000));
