import type { Latencies } from '../measure/latency.ts';

/** What the load generator is told to do, as the JSON that is its one argument. */
export interface ConsolePlan {
  url: string;
  pid: number;
  /** Cookies of those who work in the console: a console each. */
  cookies: string[];
  /** Live talks of each of them at a time. */
  talks: number;
  /** Seconds from one message of a person to the next, on average: in the talk that is looked at, and in the others. */
  writesEvery: { watched: number; others: number };
  /** Seconds from one word of a mediator to the next, and from one talk to another. */
  answersEvery: number;
  switchesEvery: number;
  /** Seconds from one talk of the whole desk that ends, and is asked for and accepted anew, to the next. */
  turnsOverEvery: number;
  warmUpSeconds: number;
  seconds: number;
}

/** What it found, as the JSON line it ends with. */
export interface ConsoleResult {
  /** From the person's socket to the frame at the mediator's. */
  toConsole: Latencies;
  /** From the mediator's order to the frame at the person's socket. */
  toPerson: Latencies;
  messages: number;
  samples: number;
  /** Processors busy, 1 is one whole processor; null where the system does not tell. */
  busy: number | null;
  generatorBusy: number;
}
