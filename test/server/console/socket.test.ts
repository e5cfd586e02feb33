import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { TalkOrder } from '../../../src/console/desk.ts';
import { CONSOLE_SOCKET, SIGNED_OUT } from '../../../src/protocol/console/agreed.ts';
import { type ConsoleClientFrame, ConsoleServerFrame } from '../../../src/protocol/console/frames.ts';
import { actorOf, firstSupervisor, joined, PASSWORD, signedIn } from '../../support/console.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let boss: string;
const open: WebSocket[] = [];

beforeEach(async () => {
  server = await startServer();
  boss = (await firstSupervisor(server)).token;
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await server.stop();
});

/** A console as the server sees it: it keeps what it is told. */
class Console {
  readonly told: ConsoleServerFrame[] = [];
  readonly socket: WebSocket;
  readonly #news: (() => void)[] = [];

  constructor(token: string, origin = server.url) {
    this.socket = new WebSocket(server.url.replace('http', 'ws') + CONSOLE_SOCKET, {
      headers: { Cookie: `parley_session=${token}`, Origin: origin },
    });
    open.push(this.socket);
    this.socket.on('message', (data: Buffer) => {
      this.told.push(ConsoleServerFrame.parse(JSON.parse(data.toString())));
      for (const tell of this.#news.splice(0)) tell();
    });
  }

  send(frame: ConsoleClientFrame): void {
    this.socket.send(JSON.stringify(frame));
  }

  /** Resolves with the first frame, told already or to come, that is like this. */
  async hears(isIt: (frame: ConsoleServerFrame) => boolean): Promise<ConsoleServerFrame> {
    for (;;) {
      const found = this.told.find(isIt);
      if (found) return found;
      await new Promise<void>(resolve => this.#news.push(resolve));
    }
  }
}

async function waiting(): Promise<string> {
  const { conversation } = await server.conversations.open({ language: 'zh-CN', channel: 'test' });
  await server.conversations.receive(conversation, { id: 'a', text: '转人工' });
  await server.conversations.receive(conversation, { id: 'b', text: '好', choice: 'handoff:yes' });
  await server.settled();
  return conversation;
}
const mediator = async (login: string) => {
  await joined(server.staff, boss, login, 'mediator');
  const { token } = signedIn(await server.staff.signIns.signIn({ login, password: PASSWORD }, ''));
  const { id, name } = await actorOf(server.staff, token);
  return { token, by: { id, name } };
};
const order = (conversation: string, by: TalkOrder['by'], what: object) =>
  server.desk.talk(conversation, { id: crypto.randomUUID(), by, ...what } as TalkOrder);

describe("the console's socket", () => {
  test('is for nobody who is not signed in, and for no page of another origin', async () => {
    for (const one of [new Console('nobody'), new Console(boss, 'https://evil.example')]) {
      const [error] = (await once(one.socket, 'error')) as [Error];
      expect(error.message).toMatch(/40[13]/);
    }
  });

  test('tells of somebody who begins to wait', async () => {
    const { token } = await mediator('li');
    const one = new Console(token);
    await one.hears(frame => frame.type === 'inbox' && frame.counts.waiting === 0);
    await waiting();
    await one.hears(frame => frame.type === 'inbox' && frame.counts.waiting === 1);
  });

  test('tells what is said in the watched conversation once, in order, from a cursor', async () => {
    const { token, by } = await mediator('li');
    const conversation = await waiting();
    const one = new Console(token);
    await once(one.socket, 'open');
    one.send({ type: 'watch', conversation, after: 0 });
    await order(conversation, by, { command: 'accept', instead: false });
    await order(conversation, by, { command: 'say', text: '您好' });
    await server.conversations.receive(conversation, { id: 'c', text: '在吗' });
    await one.hears(frame => frame.type === 'entries' && frame.entries.some(entry => entry.text === '在吗'));
    const entries = one.told.flatMap(frame => (frame.type === 'entries' ? frame.entries : []));
    const versions = entries.map(entry => entry.version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(entries.filter(({ from }) => from === 'mediator').map(({ name, text }) => [name, text])).toEqual([
      [by.name, '您好'],
    ]);
  });

  test('shows two who have the same conversation open to each other', async () => {
    const [li, conversation] = [await mediator('li'), await waiting()];
    const [one, other] = [new Console(li.token), new Console(boss)];
    await Promise.all([once(one.socket, 'open'), once(other.socket, 'open')]);
    one.send({ type: 'watch', conversation, after: 0 });
    other.send({ type: 'watch', conversation, after: 0 });
    await one.hears(frame => frame.type === 'present' && frame.staff.length === 2);
    await other.hears(frame => frame.type === 'present' && frame.staff.length === 2);
    other.send({ type: 'leave' });
    await one.hears(
      frame => one.told.indexOf(frame) > 2 && frame.type === 'present' && frame.staff.length === 1,
    );
  });

  test('lets go of a conversation that somebody else looks after now', async () => {
    const [li, wang, conversation] = [await mediator('li'), await mediator('wang'), await waiting()];
    const one = new Console(li.token);
    await once(one.socket, 'open');
    one.send({ type: 'watch', conversation, after: 0 });
    await one.hears(frame => frame.type === 'entries');
    await order(conversation, wang.by, { command: 'accept', instead: false });
    await one.hears(frame => frame.type === 'gone');
  });

  test('ends with the session', async () => {
    const { token } = await mediator('li');
    const one = new Console(token);
    await once(one.socket, 'open');
    await server.staff.signIns.signOut(await actorOf(server.staff, token));
    const [code] = (await once(one.socket, 'close')) as [number];
    expect(code).toBe(SIGNED_OUT);
  });
});
