import type { Latencies } from '../measure/latency.ts';

/** What a load generator is told to do, as the JSON that is its one argument. */
export interface LoadPlan {
  /** Servers the conversations are spread over. */
  urls: string[];
  /** `echo`: the server says every frame back, see `echo-server`. */
  speaks: 'parley' | 'echo';
  /** Conversations at a time. Each sends its next message when the last is answered. */
  people: number;
  /** Messages a second over all conversations, however quickly they are answered; null: as many as are answered. */
  rate: number | null;
  warmUpSeconds: number;
  seconds: number;
  /** Processes whose work is counted. */
  pids: number[];
}

/** What it found, as the JSON line it ends with. */
export interface LoadResult {
  /** Answers a second. */
  rate: number;
  /** From the moment a message was due, so that a server which stalls is charged for all that had to wait. */
  latencies: Latencies;
  /** Processors busy with each of the processes, 1 is one whole processor; null where the system does not tell. */
  busy: (number | null)[];
  /** The same for the generator itself: near 1 it may be what limits the rate. */
  generatorBusy: number;
}
