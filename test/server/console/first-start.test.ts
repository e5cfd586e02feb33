import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConsoleClient, PASSWORD } from '../../support/console.ts';
import { RealServer } from '../../support/real-server.ts';

let server: RealServer;
beforeAll(async () => {
  server = await RealServer.start();
});
afterAll(() => server.stop());

const LINK = /\/console\/#link=([\w-]{43})\n/g;

/** Links said since the server's first start; the last one comes after the server is ready. */
async function linksSaid(atLeast: number): Promise<string[]> {
  for (;;) {
    const links = [...server.said.matchAll(LINK)].map(([, token = '']) => token);
    if (links.length >= atLeast) return links;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

test(
  'prints a link for the first supervisor until there is one, and sessions outlive the process',
  { timeout: 60_000 },
  async () => {
    const [first = ''] = await linksSaid(1);
    await server.kill();
    await server.start();
    const links = await linksSaid(2);
    expect(links[1]).not.toBe(first);

    const page = new ConsoleClient(server.url.slice(0, -1), { 'X-Parley-Console': '1' });
    const setUp = (token: string) =>
      page.call('POST', '/setup', { token, login: 'boss', name: '王主任', password: PASSWORD });
    const done = await setUp(first);
    expect(done.status).toBe(200);
    expect((await setUp(links[1] ?? '')).body.error).toBe('link-invalid');
    const cookie = (done.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

    await server.kill();
    await server.start();
    const boss = new ConsoleClient(page.url, { Cookie: cookie });
    expect((await boss.call('GET', '/session')).body).toMatchObject({ login: 'boss' });
    const audited = async (): Promise<string[]> => {
      const { body } = await boss.call('GET', '/audit');
      return (body['lines'] as { what: string }[]).map(({ what }) => what).toSorted();
    };
    // What follows from events is written by the next process once the one that was killed is given up.
    await expect
      .poll(audited, { timeout: 30_000, interval: 250 })
      .toEqual(['account-opened', 'password-set', 'setup-offered', 'setup-offered', 'signed-in']);
    expect(await linksSaid(2)).toHaveLength(2);
    for (const secret of [...links, cookie.split('=')[1] ?? '', PASSWORD])
      for (const line of server.said.split('\n').filter(line => line.startsWith('{')))
        expect(line).not.toContain(secret);
  },
);
