import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that can be treated as networks treat lines. It knows bytes, not frames. */
export class FaultyLine {
  readonly #target: number;
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  /** Milliseconds that bytes are on their way. */
  delay = 0;
  /** Whatever a client sends on a new connection is sent on a second one as well; what comes back there is lost. */
  isDoubled = false;
  #isDown = false;
  #stalled: PromiseWithResolvers<void> | null = null;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer(client => this.#accept(client));
  }

  /** A line to the server at `url`. */
  static async to(url: string): Promise<FaultyLine> {
    const line = new FaultyLine(Number(new URL(url).port));
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  /** All that stands breaks, and nothing connects until the line is up again. */
  down(): void {
    this.#isDown = true;
    for (const connection of this.#connections) connection.break();
  }

  up(): void {
    this.#isDown = false;
  }

  /** Every connection breaks in the middle of what it carries next, in whichever direction. */
  cutInMidFrame(): void {
    for (const connection of this.#connections) connection.breaksSoon = true;
  }

  /** Nothing gets through any more, and neither end is told: both are half-open. */
  stall(): void {
    this.#stalled ??= Promise.withResolvers();
  }

  /** What was held goes on, also to a server whose client has long connected anew. */
  release(): void {
    this.#stalled?.resolve();
    this.#stalled = null;
  }

  /** Resolves when bytes may pass. */
  async passable(): Promise<void> {
    if (this.delay > 0) await new Promise(resolve => setTimeout(resolve, this.delay));
    while (this.#stalled) await this.#stalled.promise;
  }

  async close(): Promise<void> {
    this.release();
    this.down();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(client: Socket): void {
    if (this.#isDown) {
      client.on('error', () => {});
      client.resetAndDestroy();
      return;
    }
    const server = connect(this.#target, '127.0.0.1');
    const second = this.isDoubled ? connect(this.#target, '127.0.0.1') : null;
    const connection = new Connection(this, client, server, second);
    this.#connections.add(connection);
    void connection.broken.promise.then(() => this.#connections.delete(connection));
  }
}

class Connection {
  readonly broken = Promise.withResolvers<void>();
  breaksSoon = false;
  readonly #line: FaultyLine;
  readonly #ends: Socket[];

  constructor(line: FaultyLine, client: Socket, server: Socket, second: Socket | null) {
    this.#line = line;
    this.#ends = [client, server, ...(second ? [second] : [])];
    for (const end of this.#ends) end.setNoDelay(true).on('error', () => this.break());
    const carried = [
      this.#carry(client, second ? [server, second] : [server]),
      this.#carry(server, [client]),
    ];
    second?.resume();
    void Promise.all(carried).then(() => this.broken.resolve());
  }

  break(): void {
    for (const end of this.#ends) end.destroy();
    this.broken.resolve();
  }

  /** Bytes keep their order, and an end that closes is heard of only after what it had sent. Resolves then. */
  async #carry(from: Socket, to: Socket[]): Promise<void> {
    let work = Promise.resolve();
    const next = (what: () => void): void => {
      work = work.then(() => this.#line.passable()).then(what);
    };
    from.on('data', (bytes: Buffer) =>
      next(() => {
        if (!this.breaksSoon) return to.forEach(end => end.write(bytes));
        for (const end of to) end.write(bytes.subarray(0, bytes.length / 2), () => this.break());
      }),
    );
    await new Promise<void>(resolve => from.on('close', () => next(resolve)));
    for (const end of to) end.end();
  }
}
