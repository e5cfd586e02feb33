import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConsoleClient, firstSupervisor } from '../../support/console.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let boss: ConsoleClient;

beforeAll(async () => {
  server = await startServer();
  boss = ConsoleClient.of(server.url, (await firstSupervisor(server)).token);
});
afterAll(() => server.stop());

test('an answer is found by the words of its question, and reads as the person would read it', async () => {
  const { body } = await boss.call('GET', `/answers?q=${encodeURIComponent('12315是什么电话')}`);
  const [first] = body['answers'] as { id: string; title: string; text: string }[];
  expect(first).toMatchObject({ id: '12315-what' });
  expect(first?.text).toContain('12315');
  expect(first?.text).not.toContain('{{');
});

test('answers come in the language of the person, and no more than asked for', async () => {
  const { body } = await boss.call('GET', '/answers?q=What+is+12315%3F&language=en&limit=2');
  const answers = body['answers'] as { text: string }[];
  expect(answers).toHaveLength(2);
  expect(answers.map(answer => answer.text).join('')).not.toMatch(/\p{Script=Han}/u);
});

test('a question of nothing is none', async () => {
  expect((await boss.call('GET', '/answers?q=+')).status).toBe(400);
});

test('kinds of matters have names in both languages', async () => {
  const ids = async (language: string) =>
    (await boss.call('GET', `/negotiations?language=${language}`)).body['negotiations'] as {
      id: string;
      label: string;
    }[];
  expect((await ids('zh-CN')).find(one => one.id === 'trade')?.label).toBe('交易纠纷');
  expect((await ids('en')).map(one => one.id)).toEqual((await ids('zh-CN')).map(one => one.id));
});
