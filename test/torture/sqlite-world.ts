import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sqliteLedger } from '../../src/stores/sqlite/sqlite-ledger.ts';
import { RealServer } from '../support/real-server.ts';
import { OPERATOR_KEY, type World } from './world.ts';

/** Share of the strikes that hit a server while it starts. */
const WHILE_STARTING = 0.15;

/** One server over a SQLite file. @param more settings of the server */
export async function sqliteWorld(more: Record<string, string> = {}): Promise<World> {
  const server = await RealServer.start({
    env: { OPERATOR_KEY: OPERATOR_KEY.toString('base64'), RATE_LIMITS: 'off', ...more },
  });
  return {
    urls: [server.url],
    async strike(chance) {
      await server.kill();
      if (!chance.is(WHILE_STARTING)) {
        await server.start();
        return 'server';
      }
      const starting = server.start().catch(() => {});
      await pause(chance.upTo(1_500));
      await server.kill();
      await starting;
      await server.start();
      return 'server, twice';
    },
    said: () => server.said,
    ledger: async () => sqliteLedger(join(server.folder, 'parley.db')),
    remove: () => server.stop(),
  };
}
