import { redisLedger } from '../../src/stores/redis/redis-ledger.ts';
import { RealServer } from '../support/real-server.ts';
import { RedisServer } from '../support/redis-server.ts';
import { OPERATOR_KEY, type World } from './world.ts';

/** Share of the strikes that hit Redis itself, and of those that hit both servers at once. */
const REDIS = 0.15;
const BOTH = 0.15;

/** Two servers over one Redis, which writes down every command before it answers. @param more settings of the servers */
export async function redisWorld(more: Record<string, string> = {}): Promise<World> {
  const redis = await RedisServer.start({ fsync: 'always' });
  const env = { OPERATOR_KEY: OPERATOR_KEY.toString('base64'), REDIS_URL: redis.url, ...more };
  const servers = [await RealServer.start({ env }), await RealServer.start({ env })] as const;
  const restart = async (struck: readonly RealServer[]): Promise<void> => {
    await Promise.all(struck.map(server => server.kill()));
    await Promise.all(struck.map(server => server.start()));
  };
  return {
    urls: servers.map(server => server.url),
    async strike(chance) {
      if (chance.is(REDIS)) {
        await redis.kill();
        await redis.start();
        return 'Redis';
      }
      if (chance.is(BOTH)) {
        await restart(servers);
        return 'both servers';
      }
      await restart([chance.one(servers)]);
      return 'a server';
    },
    said: () => servers.map(server => server.said).join(''),
    ledger: () => redisLedger({ urls: [redis.url], prefix: 'parley:' }),
    async remove() {
      await Promise.all(servers.map(server => server.stop()));
      await redis.remove();
    },
  };
}
