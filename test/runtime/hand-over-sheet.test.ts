import { expect, test } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import { casesCommand } from '../../src/runtime/operator/cases.ts';
import { memoryStore } from '../support/stores.ts';
import { clock, fullTalk, running } from '../support/running.ts';

test('a filed case has a sheet that a mediator reads first', async () => {
  const store = memoryStore();
  const { conversations, settled } = running(store);
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  const picture = { name: '聊天记录.txt', bytes: new TextEncoder().encode('商家：不退') };
  const file = await conversations.takeFile(conversation, picture);
  const evidence = 'taken' in file ? [file.taken.id] : [];
  const finished = fullTalk.findIndex(message => message.choice === 'act:finished');
  const talk = fullTalk.toSpliced(finished, 0, { text: '', evidence });
  for (const [at, message] of talk.entries())
    await conversations.receive(conversation, { ...message, id: `m${at}` });
  await settled();
  const number = /\d{6}-\d{5}-\d{5}/.exec(await casesCommand(store, chineseCalendar, []))?.[0] ?? '';

  const shown = JSON.parse(await casesCommand(store, chineseCalendar, ['show', number])) as {
    sheet: {
      summary: string;
      ownWords: object[];
      counterparty: string;
      claim: { amounts: { shown: string }[] };
      proof: { evidence: string[] }[];
      reason: string[];
    };
    consent: { at: string };
    evidence: { storedAt: string }[];
    routing: { facts: string[] };
    knowledgeVersion: string;
  };
  expect(shown.sheet.ownWords[0]).toMatchObject({ slot: 'what-happened', at: clock.now() });
  expect(shown.sheet.counterparty).toBe('名鞋汇旗舰店');
  expect(shown.sheet.claim).toMatchObject({ demand: '退款' });
  expect(shown.sheet.claim.amounts[0]?.shown).toContain('299');
  expect(shown.sheet.summary).toContain('退款');
  expect(shown.sheet.summary).not.toContain('138');
  expect(shown.sheet.proof.flatMap(one => one.evidence)).toEqual(evidence);
  expect(shown.sheet.reason[0]).toBe('交易纠纷');
  expect(shown.consent.at).toBe(clock.now());
  expect(shown.evidence[0]?.storedAt).toBe(clock.now());

  const sheet = await casesCommand(store, chineseCalendar, ['sheet', number]);
  for (const part of [
    'Summary (made by rules)',
    'In their own words',
    'What proves it',
    'Route',
    'Consent',
    'Files',
    'sha256',
  ])
    expect(sheet).toContain(part);
  expect(sheet).toContain('我在淘宝买了双鞋，花了299元');
  await expect(casesCommand(store, chineseCalendar, ['sheet', 'nothing'])).rejects.toThrow(
    'there is no case nothing',
  );
});
