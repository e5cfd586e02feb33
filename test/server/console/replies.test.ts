import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillReply, REPLY_PARAMETERS } from '../../../src/core/knowledge/fill-reply.ts';
import type { Reply, ReplyProblem } from '../../../src/protocol/console/replies.ts';
import { type ConsoleAnswer, ConsoleClient, firstSupervisor, joined } from '../../support/console.ts';
import { mind } from '../../support/running.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let boss: ConsoleClient;
let li: ConsoleClient;

beforeAll(async () => {
  server = await startServer();
  const { token } = await firstSupervisor(server);
  boss = ConsoleClient.of(server.url, token);
  li = ConsoleClient.of(server.url, (await joined(server.staff, token, 'li', 'mediator')).token);
});
afterAll(() => server.stop());

const saying = (text: string) => ({ topic: 'progress', wordings: { 'zh-CN': { title: '回访', text } } });
let orders = 0;
const add = (text: string, more: object = {}): Promise<ConsoleAnswer> =>
  boss.call('POST', '/canned', { id: `order-${++orders}`, content: saying(text), ...more });
const listed = async (client = li): Promise<Reply[]> =>
  (await client.call('GET', '/canned')).body['replies'] as Reply[];
const replyOf = ({ body }: ConsoleAnswer): Reply => body as unknown as Reply;
const problemsOf = ({ body }: ConsoleAnswer): string[] =>
  (body['problems'] as ReplyProblem[]).map(({ kind, words }) => `${kind}: ${words}`);

describe('replies that come with the knowledge', () => {
  test('are offered to mediators with their facts in place and their parameters still to be filled in', async () => {
    const replies = (await listed()).filter(one => !one.isOwn);
    expect(replies.map(one => one.id)).toEqual(mind.knowledge.replies.map(one => one.id));
    const fraud = replies.find(one => one.id === 'report-fraud')?.wordings['zh-CN'];
    expect(fraud?.text).toContain('110');
    expect(JSON.stringify(replies.map(one => one.wordings['zh-CN']?.text))).not.toContain('{{');
    expect(replies.find(one => one.id === 'greeting')?.wordings.en?.text).toContain('{name}');
  });

  test('can be hidden and shown again by supervisors alone, and not rewritten', async () => {
    const hide = { version: 0, isShown: false };
    expect((await li.call('PUT', '/canned/greeting/shown', hide)).status).toBe(403);
    const hidden = replyOf(await boss.call('PUT', '/canned/greeting/shown', hide));
    expect(hidden).toMatchObject({ isHidden: true });
    const show = { version: hidden.version, isShown: true };
    expect(replyOf(await boss.call('PUT', '/canned/greeting/shown', show)).isHidden).toBe(false);
    const change = { version: hidden.version + 1, content: saying('别的') };
    expect((await boss.call('PUT', '/canned/greeting', change)).status).toBe(404);
  });
});

describe('replies of the operator’s own', () => {
  test('stand before the others once, however often they are sent, and in the audit', async () => {
    const order = { id: 'twice', content: saying('您好，{name}会在{day}前回访您。') };
    const [one, again] = [
      await boss.call('POST', '/canned', order),
      await boss.call('POST', '/canned', order),
    ];
    expect(replyOf(again)).toEqual(replyOf(one));
    const [first] = await listed();
    expect(first).toMatchObject({ isOwn: true, topic: 'progress', isHidden: false, problems: [] });
    await server.settled();
    const { body } = await boss.call('GET', '/audit?what=reply-written');
    expect(body['lines']).toMatchObject([{ about: first?.id, details: { title: '回访' } }]);
  });

  test('with a number that nobody has vetted have to be meant, and go on being warned of', async () => {
    const text = '有问题请打95999咨询。';
    const doubtful = await add(text);
    expect([doubtful.status, doubtful.body.error]).toEqual([422, 'reply-doubtful']);
    expect(problemsOf(doubtful)).toEqual(['number: 95999']);
    const { id } = replyOf(await add(text, { isMeant: true }));
    const seen = (await listed()).find(one => one.id === id);
    expect(seen?.problems.map(one => one.kind)).toEqual(['number']);
  });

  test.each([
    ['a number that goes round wrongly', () => [...mind.knowledge.neverPublish.keys()][0] ?? '', 'banned'],
    ['a claim that is never made', () => mind.knowledge.doNotSay[0]?.caught['zh-CN'][0] ?? '', 'claim'],
    ['a parameter that nobody fills in', () => '您好，{nickname}', 'parameter'],
    ['a fact that there is not', () => '请打{{authority.nobody.phone}}', 'citation'],
    ['a citation that is none', () => '请打{{电话}}', 'citation'],
  ])('with %s are refused, also where they are meant', async (_, text, kind) => {
    const refused = await add(text(), { isMeant: true });
    expect([refused.status, refused.body.error]).toEqual([422, 'reply-refused']);
    expect((refused.body['problems'] as ReplyProblem[]).map(one => one.kind)).toContain(kind);
  });

  test('say the numbers of facts as they are now, and are told where they spell one themselves', async () => {
    const cited = replyOf(await add('可以打{{authority.police.phone}}报警。'));
    expect(cited).toMatchObject({ problems: [], wordings: { 'zh-CN': { text: '可以打110报警。' } } });
    const checked = await boss.call('POST', '/canned/check', saying('可以打110报警，15日内答复。'));
    expect((checked.body['problems'] as ReplyProblem[]).map(one => one.kind)).toEqual([
      'known-number',
      'quantity',
    ]);
  });

  test('are not rewritten over what somebody else has written meanwhile', async () => {
    const { id, version } = replyOf(await add('第一稿'));
    const rewrite = (text: string, at: number) =>
      boss.call('PUT', `/canned/${id}`, { version: at, content: saying(text) });
    expect((await rewrite('第二稿', version)).status).toBe(200);
    const stale = await rewrite('我的第二稿', version);
    expect([stale.status, stale.body.error]).toEqual([409, 'stale']);
    expect(stale.body).toMatchObject({
      changes: ['content'],
      reply: { wordings: { 'zh-CN': { source: '第二稿' } } },
    });
    expect((await rewrite('我的第二稿', Number(stale.body['version']))).status).toBe(200);
    const hidden = await boss.call('PUT', `/canned/${id}/shown`, { version, isShown: false });
    expect(hidden.status).toBe(409);
  });

  test('are written in one language at least', async () => {
    const content = { topic: 'progress', wordings: {} };
    expect((await boss.call('POST', '/canned', { id: 'none', content })).status).toBe(400);
  });
});

describe('filling in', () => {
  test('leaves what is not known, and says so', () => {
    expect(fillReply('{name}：{number}，{day}，{{rule.x.y}}', { name: '王' })).toEqual({
      text: '王：{number}，{day}，{{rule.x.y}}',
      missing: ['number', 'day'],
    });
  });

  test('takes nothing that is filled in for a parameter', () => {
    const known = Object.fromEntries(REPLY_PARAMETERS.map(name => [name, '{name}']));
    expect(fillReply('{receiver}{name}', known)).toEqual({ text: '{name}{name}', missing: [] });
  });
});
