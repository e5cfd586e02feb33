import type { Connection } from './connection.ts';
import { type RedisClient, secondTo } from './link.ts';

/** Connections of their own to the nodes that have some channels. When one of them breaks, all is to be made anew. */
export class Subscription {
  readonly #clients: RedisClient[] = [];
  readonly #broken = Promise.withResolvers<void>();
  #isClosed = false;

  /** Resolves when something may not be heard any more. */
  readonly broken: Promise<void> = this.#broken.promise;

  /** Subscribes to each channel at the node that has it. Rejects when that cannot be done just now. */
  async open(connection: Connection, channels: string[], hear: (message: string) => void): Promise<void> {
    const byNode = new Map<RedisClient, Promise<RedisClient>>();
    await Promise.all(
      channels.map(async channel => {
        // A command to the same slot first: where the slot has moved, the connection learns of it.
        await connection.send(channel, ['EXISTS', channel]);
        const node = await connection.link.nodeOf(channel);
        const opened = byNode.get(node) ?? this.#connect(node);
        byNode.set(node, opened);
        await (await opened).sSubscribe(channel, hear);
      }),
    );
  }

  /** Resolves when every connection answers. */
  async ping(): Promise<void> {
    await Promise.all(this.#clients.map(client => client.ping()));
  }

  close(): void {
    this.#isClosed = true;
    for (const client of this.#clients) client.destroy();
  }

  async #connect(node: RedisClient): Promise<RedisClient> {
    const { client, lost } = await secondTo(node);
    this.#clients.push(client);
    client.once('sharded-channel-moved', () => this.#broken.resolve());
    void lost.then(() => this.#broken.resolve());
    // It may have been closed in the meantime, and must not outlive that.
    if (this.#isClosed) client.destroy();
    return client;
  }
}
