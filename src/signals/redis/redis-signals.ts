import { createClient, createCluster } from 'redis';
import { localSignals } from '../local-signals.ts';
import type { SignalData, Signals, Topic } from '../signals.ts';

const TOPICS: readonly Topic[] = ['inbox', 'typing', 'present'];

/** Where signals are passed on: a Redis, or the nodes of a cluster, and what the names of its channels begin with. */
export interface SignalPlace {
  urls: string[];
  prefix: string;
}

/** Signals between all processes on one Redis. While it cannot be reached, those of this process are still heard here. */
export async function redisSignals(
  { urls, prefix }: SignalPlace,
  onError: (error: unknown) => void,
): Promise<Signals> {
  const local = localSignals();
  const [sender, receiver] = [clientOf(urls), clientOf(urls)];
  for (const client of [sender, receiver]) client.on('error', onError);
  const channel = (topic: Topic): string => `${prefix}signals:${topic}`;
  await Promise.all([sender.connect(), receiver.connect()]);
  for (const topic of TOPICS)
    await receiver.subscribe(channel(topic), text =>
      local.tell(topic, JSON.parse(text) as SignalData[typeof topic]),
    );
  return {
    tell(topic, data) {
      sender.publish(channel(topic), JSON.stringify(data)).catch(() => local.tell(topic, data));
    },
    hear: local.hear,
    async close() {
      await local.close();
      for (const client of [sender, receiver]) client.destroy();
    },
  };
}

const clientOf = (urls: string[]) =>
  urls.length > 1
    ? createCluster({
        rootNodes: urls.map(url => ({ url })),
        defaults: { disableOfflineQueue: true },
      })
    : createClient({ url: urls[0] ?? '', disableOfflineQueue: true });
