import fc from 'fast-check';
import { consoleFrameInputs } from './console-inputs.ts';
import { frameInputs } from './frame-inputs.ts';
import { FuzzedServer } from './fuzzed-server.ts';
import { CANARY, type Input, type Known, type Owned } from './input.ts';
import { Insider } from './insider.ts';
import { type Secrets, wrongIn } from './judge.ts';
import type { Answer } from './answer.ts';
import { oneOfEachRoute, requestInputs } from './request-inputs.ts';
import { SocketLane } from './socket-lane.ts';
import { waited } from './waited.ts';
import { WaysIn } from './ways-in.ts';
import { worksProperly } from './works-properly.ts';

export interface FuzzOptions {
  inputs: number;
  /** The same seed and number make the same inputs. */
  seed: number;
  progress?: (done: number, findings: number) => void;
}

export interface Finding {
  wrong: string;
  input?: Input;
  /** With this seed and `BATCH` inputs it can be looked for again. */
  seed?: number;
}

export interface FuzzReport {
  /** Inputs by the frame or route they are or were. */
  inputs: Record<string, number>;
  findings: Finding[];
  /** Milliseconds of the slowest answer that was taken for right, as a busy machine gave it. */
  slowest: number;
  /** Bytes of heap the server kept at the end beyond what it kept half-way, for each input between. */
  kept: number;
}

export const BATCH = 500;
const AT_A_TIME = 12;
/** Milliseconds an answer may take. */
const SLOW = 100;
/** Times a slow input is sent again, alone: what is slow by itself is slow every time. */
const TRIES = 6;
/** Bytes of heap a server may keep for each input: conversations it remembers for a while weigh some kilobytes. */
const MOST_KEPT = 1_024;
/** A cache or two that fill up in a short run. */
const KEPT_ANYHOW = 16 * 1024 * 1024;

/** Sends a server what nobody should, and watches what comes of it. */
export async function fuzz({ inputs, seed, progress }: FuzzOptions): Promise<FuzzReport> {
  const server = await FuzzedServer.start();
  try {
    const insider = await Insider.join(server);
    return await new Fuzzing(server, insider, await victimOn(server.port)).run(inputs, seed, progress);
  } finally {
    await server.stop();
  }
}

/** Somebody who waits for a mediator, so that the console may see their conversation. */
async function victimOn(port: number): Promise<Owned> {
  const lane = await SocketLane.ofConversation(port);
  for (const message of [{ text: '转人工' }, { text: '同意', choice: 'handoff:yes' }])
    await lane.send(Buffer.from(JSON.stringify({ type: 'say', message: { id: message.text, ...message } })));
  lane.close();
  if (!lane.known) throw new Error('the victim has no conversation');
  return lane.known;
}

const inputsOf = (known: Known): fc.Arbitrary<Input> =>
  fc.oneof(
    { weight: 4, arbitrary: frameInputs(known) },
    { weight: 4, arbitrary: requestInputs(known) },
    { weight: 1, arbitrary: consoleFrameInputs(known) },
  );

class Fuzzing {
  readonly #server: FuzzedServer;
  readonly #insider: Insider;
  readonly #secrets: Secrets;
  /** Of the batch that is sent. */
  #session = '';
  readonly #report: FuzzReport = { inputs: {}, findings: [], slowest: 0, kept: 0 };

  constructor(server: FuzzedServer, insider: Insider, victim: Owned) {
    this.#server = server;
    this.#insider = insider;
    this.#secrets = { victim, never: [...server.secrets, victim.token], sessions: [] };
  }

  async run(count: number, seed: number, progress: FuzzOptions['progress']): Promise<FuzzReport> {
    let halfway: { sent: number; heap: number } | null = null;
    for (let done = 0; done < count && this.#server.isRunning; done += BATCH) {
      const known = await this.#signIn();
      const more = fc.sample(inputsOf(known), { seed: seed + done, numRuns: Math.min(BATCH, count - done) });
      const [first = []] = done === 0 ? fc.sample(oneOfEachRoute(known), { seed, numRuns: 1 }) : [];
      const batch = [...first, ...more].slice(0, count - done);
      const found = this.#report.findings.length;
      await this.#sendAll(batch);
      this.#readLog(batch);
      for (const finding of this.#report.findings.slice(found)) finding.seed = seed + done;
      const sent = done + batch.length;
      if (!halfway && sent >= count / 2) halfway = { sent, heap: await this.#server.heap() };
      progress?.(sent, this.#report.findings.length);
    }
    await this.#conclude(count, halfway);
    return this.#report;
  }

  async #signIn(): Promise<Known> {
    const { victim, never, sessions } = this.#secrets;
    this.#session = await this.#insider.signIn();
    for (const list of [never, sessions]) list.push(this.#session);
    return { ...victim, session: this.#session };
  }

  /** Several at a time, each on its own lane; what was slow or silent then is asked again, alone. */
  async #sendAll(batch: Input[]): Promise<void> {
    const waiting = [...batch];
    const suspects: Input[] = [];
    const work = async (): Promise<void> => {
      const ways = new WaysIn(this.#server.port, this.#session);
      for (let input = waiting.pop(); input && this.#server.isRunning; input = waiting.pop()) {
        const answer = await ways.send(input).catch(this.#unlessEnded(input));
        if (!answer) continue;
        if (answer.isSilent || answer.milliseconds > SLOW) suspects.push(input);
        else this.#judge(input, answer);
      }
      ways.close();
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    for (const input of suspects) await this.#askAlone(input);
    for (const { meant } of batch) this.#report.inputs[meant] = (this.#report.inputs[meant] ?? 0) + 1;
  }

  async #askAlone(input: Input): Promise<void> {
    let best: Answer | null = null;
    for (let attempt = 0; attempt < TRIES && this.#server.isRunning; attempt++) {
      const ways = new WaysIn(this.#server.port, this.#session);
      const before = waited(process.pid, this.#server.pid);
      const answer = await ways.send(input).catch(this.#unlessEnded(input));
      ways.close();
      if (!answer) return;
      answer.milliseconds -= waited(process.pid, this.#server.pid) - before;
      if (!best || answer.milliseconds < best.milliseconds) best = answer;
      if (!best.isSilent && best.milliseconds <= SLOW) break;
    }
    if (best) this.#judge(input, best);
  }

  #judge(input: Input, answer: Answer): void {
    const { milliseconds } = answer;
    this.#report.slowest = Math.max(this.#report.slowest, milliseconds);
    const wrong =
      wrongIn(input, answer, this.#secrets) ??
      (milliseconds > SLOW ? `an answer took ${Math.round(milliseconds)} ms, alone` : null);
    if (wrong !== null) this.#report.findings.push({ wrong, input });
  }

  /** What cannot even be sent is no finding while the server runs, unless it does not let anybody in. */
  #unlessEnded(input: Input): (error: unknown) => null {
    return error => {
      if (this.#server.isRunning) this.#report.findings.push({ wrong: String(error), input });
      return null;
    };
  }

  #readLog(batch: Input[]): void {
    const written = this.#server.written();
    const told = [...this.#secrets.never, CANARY].find(secret => written.includes(secret));
    const line = written.split('\n').find(one => told !== undefined && one.includes(told));
    if (line !== undefined)
      this.#report.findings.push({ wrong: `the log tells a secret: ${line.slice(0, 300)}` });
    const failed = /^.*(?:"level":"error"|UnhandledPromiseRejection|Error:).*$/m.exec(written)?.[0];
    if (failed !== undefined)
      this.#report.findings.push({ wrong: `the server reports an error: ${failed.slice(0, 500)}` });
    if (!this.#server.isRunning)
      this.#report.findings.push({
        wrong: `the server has ended: ${written.slice(-2_000)}`,
        ...(batch.at(-1) ? { input: batch.at(-1) as Input } : {}),
      });
  }

  async #conclude(count: number, halfway: { sent: number; heap: number } | null): Promise<void> {
    if (!this.#server.isRunning) return;
    if (halfway && count > halfway.sent) {
      const grown = (await this.#server.heap()) - halfway.heap;
      const between = count - halfway.sent;
      this.#report.kept = Math.round(grown / between);
      if (grown > KEPT_ANYHOW + between * MOST_KEPT)
        this.#report.findings.push({ wrong: `the heap grew by ${grown} bytes over ${between} inputs` });
    }
    const wrong = await worksProperly(this.#server.port);
    if (wrong !== null) this.#report.findings.push({ wrong: `afterwards ${wrong}` });
  }
}
