/** How long something took, in milliseconds; null where it never happened. */
export interface Spread {
  count: number;
  median: number | null;
  p90: number | null;
}

export interface DayStats {
  /** YYYY-MM-DD in the zone. */
  day: string;
  arrivals: number;
  filed: number;
  closed: number;
  /** Requests for a person. */
  requests: number;
  /** The most people that waited at once. */
  mostWaiting: number;
  /** Questions that nothing known answers. */
  unanswered: number;
  /** Median time to a mediator's first word, of those said on that day, in milliseconds; null where none was. */
  firstResponse: number | null;
}

/** The numbers of some days. Lists of counts have the largest first. */
export interface Stats {
  days: DayStats[];
  /** From a request for a person to a mediator's first word. */
  firstResponse: Spread;
  /** From filing to being closed first. */
  timeToClose: Spread;
  /** Cases filed, by negotiation type. */
  byType: [type: string, count: number][];
  /** Cases closed; `''` where no outcome was given. */
  outcomes: [outcome: string, count: number][];
  /** What was asked last, a slot or a stage, before somebody who had filed nothing was gone for a day. */
  leftAt: [question: string, count: number][];
  /** Where the words of unanswered questions stand, latest first. */
  unanswered: { talk: string; version: number }[];
  ratings: { count: number; average: number | null };
}

/** Days from `from` to `to`, both included, in `zone`; `now` is an instant, ISO 8601 in UTC. */
export interface StatsRange {
  from: string;
  to: string;
  zone: string;
  now: string;
}
