import { setTimeout as pause } from 'node:timers/promises';
import type { Mediator } from '../../../src/core/conversation/events.ts';
import { SESSION_COOKIE } from '../../../src/protocol/console/agreed.ts';
import { type ConsoleAnswer, ConsoleClient, PASSWORD } from '../../support/console.ts';
import type { World } from '../world.ts';

/** Servers that run, and what they have printed. */
type Doors = Pick<World, 'urls' | 'said'>;

export interface Enlisted {
  by: Mediator;
  /** The cookie of a session. */
  cookie: string;
}

/** So many who work here, each second one a supervisor, who may take over from others. All come in by the API. */
export async function enlist(world: Doors, count: number): Promise<Enlisted[]> {
  const { urls } = world;
  const url = (urls.at(-1) ?? '').replace(/\/$/, '');
  const anybody = new ConsoleClient(url, { 'X-Parley-Console': '1' });
  const come = async (token: string, more: object): Promise<Enlisted> => {
    const answer = await anybody.call('POST', '/setup', { token, password: PASSWORD, ...more });
    const { id, name } = answered(answer)['account'] as Mediator;
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    if (!cookie.startsWith(SESSION_COOKIE)) throw new Error('nobody was signed in');
    return { by: { id, name }, cookie };
  };
  const boss = await come(await setupToken(world), { login: 'boss', name: '王主任' });
  const all = [boss];
  const supervisor = new ConsoleClient(url, { Cookie: boss.cookie, 'X-Parley-Console': '1' });
  while (all.length < count) {
    const role = all.length % 2 === 0 ? 'supervisor' : 'mediator';
    const invitation = { login: `m${all.length}`, name: `调解员${all.length}`, role };
    const { link } = answered(await supervisor.call('POST', '/staff', invitation)) as {
      link: { token: string };
    };
    all.push(await come(link.token, {}));
  }
  return all;
}

/** Of the link that works: each server that starts while nobody works here prints one, and the last counts. */
async function setupToken({ urls, said }: Doors): Promise<string> {
  for (;;) {
    const tokens = [...said().matchAll(/#link=(\S+)\n/g)].flatMap(([, token]) => token ?? []);
    if (tokens.length >= urls.length) return tokens.at(-1) ?? '';
    await pause(20);
  }
}

function answered({ status, body }: ConsoleAnswer): Record<string, unknown> {
  if (status >= 300) throw new Error(`the console's API answered ${status} ${body.error}`);
  return body;
}
