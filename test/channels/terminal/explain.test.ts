import { PassThrough } from 'node:stream';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { explain } from '../../../src/channels/terminal/explain/explain.ts';
import { explainWords } from '../../../src/channels/terminal/explain/explain-words.ts';
import { sideBySide } from '../../../src/channels/terminal/explain/side-by-side.ts';
import { talkAtTerminal, type TerminalOptions } from '../../../src/channels/terminal/terminal.ts';
import { VETO_REASONS } from '../../../src/core/dialogue/keeps-facts/veto.ts';
import type { ConversationEvent } from '../../../src/core/conversation/events.ts';
import { LANGUAGES } from '../../../src/core/knowledge/localized.ts';
import { PHRASING_FAILURES } from '../../../src/phrasing/phraser.ts';
import { MODEL, PROMPT, rewordingStore } from '../../support/rewording-store.ts';
import { running } from '../../support/running.ts';
import { memoryStore } from '../../support/stores.ts';

const DRAFT = '好的，按「交易纠纷」来整理。我一次只问一件事，不知道的可以说「不知道」，不想答的可以跳过。';
const SHOWN = '明白了，就按「交易纠纷」来。';

test('two texts stand in columns of equal width, whatever script they are in', () => {
  const rows = sideBySide({ heading: '规则写的', text: DRAFT }, { heading: 'Shown', text: SHOWN }, 80).split(
    '\n',
  );
  expect(rows).toHaveLength(4);
  const places = rows.map(row => stringWidth(row.slice(0, row.indexOf('│'))));
  expect(new Set(places)).toEqual(new Set([places[0]]));
  expect(Math.max(...rows.map(row => stringWidth(row)))).toBeLessThanOrEqual(80);
  expect(rows.map(row => row.split('│')[0]?.trim()).join('')).toBe(`规则写的${DRAFT}`);
  expect(rows.map(row => row.split('│')[1]?.trim()).join('')).toBe(`Shown${SHOWN}`);
});

test('and one under the other where there is no room', () => {
  const rows = sideBySide({ heading: '规则写的', text: DRAFT }, { heading: '显示的', text: SHOWN }, 40);
  expect(rows).not.toContain('│');
  expect(rows.split('\n')[0]).toBe('规则写的');
  expect(rows).toContain(`显示的\n${SHOWN}`);
  expect(Math.max(...rows.split('\n').map(row => stringWidth(row)))).toBeLessThanOrEqual(40);
});

test.each(LANGUAGES)('each veto and each failure is said in words in %s', language => {
  const words = explainWords(language);
  const told = [...VETO_REASONS, ...PHRASING_FAILURES].map(veto => {
    const phrasing = { draft: DRAFT, model: MODEL, prompt: PROMPT, veto };
    const event: ConversationEvent = {
      type: 'BotReplied',
      message: 'm',
      replies: [{ act: 'thanks', text: DRAFT, phrasing }],
    };
    return explain([event], language, 80).split('\n')[0] ?? '';
  });
  expect(new Set(told).size).toBe(VETO_REASONS.length + PHRASING_FAILURES.length);
  for (const line of told) expect(line).toMatch(new RegExp(`^# thanks: ${words.kept('.+')} · .*${MODEL}`));
});

test('a veto of the summary is told too, and one of another version as it is', () => {
  const told = (veto: string): string =>
    explain(
      [
        {
          type: 'SummaryPhrased',
          text: DRAFT,
          phrasing: { draft: DRAFT, model: MODEL, prompt: PROMPT, veto },
        },
      ],
      'en',
      80,
    );
  expect(told('added')).toContain('# summary for the mediator: the rules');
  expect(told('added')).toContain('the model added something ·');
  expect(told('of another version')).toContain('stand: of another version ·');
});

/** What is printed for some lines over a store whose questions are reworded. */
async function printed(lines: string[], options: Partial<TerminalOptions>): Promise<string> {
  const output = new PassThrough();
  let text = '';
  output.on('data', chunk => (text += String(chunk)));
  const input = new PassThrough();
  input.end(`${lines.join('\n')}\n`);
  const { conversations, stop } = running(rewordingStore(memoryStore()));
  await talkAtTerminal(conversations, {
    language: 'zh-CN',
    json: false,
    explain: true,
    record: null,
    interactive: false,
    input,
    output,
    columns: () => 100,
    onError: error => {
      throw error;
    },
    ...options,
  });
  await stop();
  return text;
}

const STORY = '我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我';

test('a talk explains each reply', async () => {
  const text = await printed([STORY], {});
  expect(text).toMatch(/^# greet: 规则自己的话$/m);
  expect(text).toMatch(/^# ask [\w-]+: AI生成 · 模型 some-model，提示词 0123456789ab$/m);
  expect(text).toMatch(/^规则写的 +│ {2}显示的$/m);
  expect(text).toMatch(/^# noted: 保留规则的原话：模型没有按时回答 · /m);
  expect(text).toContain('[AI生成]');
});

test('without being asked it explains nothing, and still marks the words of a model', async () => {
  const text = await printed([STORY], { explain: false });
  expect(text).not.toMatch(/^# /m);
  expect(text).toContain('[AI生成]');
});

test('as JSON, with how each text came by its words only where that was asked for', async () => {
  type Told = { replies: { act: string; generated?: true; phrasing?: { veto: string | null } }[] };
  const told = async (isExplained: boolean): Promise<Told> =>
    JSON.parse(await printed([STORY], { json: true, explain: isExplained }));
  const [explained, plain] = [await told(true), await told(false)];
  const ofActs = ({ replies }: Told) => replies.map(one => [one.act, one.generated, one.phrasing?.veto]);
  expect(ofActs(explained)).toContainEqual(['ask', true, null]);
  expect(ofActs(explained)).toContainEqual(['noted', undefined, 'timeout']);
  expect(ofActs(plain)).toContainEqual(['ask', true, undefined]);
  expect(JSON.stringify(plain)).not.toContain('phrasing');
});
