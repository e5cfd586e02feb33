import { noMetrics } from '../../src/metrics/metrics.ts';
import { type LlmParts, type LlmSettings, llmPhraser } from '../../src/phrasing/llm/llm-phraser.ts';
import { readPrompts } from '../../src/phrasing/llm/prompts.ts';
import type { Phraser, PhrasingRequest } from '../../src/phrasing/phraser.ts';

export const prompts = readPrompts('prompts');

export const settings: LlmSettings = {
  baseUrl: 'http://127.0.0.1:1/v1',
  apiKey: 'sk-test-0123456789abcdef',
  model: 'loopback',
  timeoutMs: 10_000,
  sendsWords: false,
  dailyTokens: null,
  prices: { in: 2, out: 8 },
};

/** The real adapter, for a test. */
export const phraserWith = (
  more: Partial<LlmSettings & LlmParts>,
  model?: Parameters<typeof llmPhraser>[2],
): Phraser =>
  llmPhraser(
    { ...settings, ...more },
    {
      prompts,
      zone: 'Asia/Shanghai',
      now: () => '2026-11-24T02:00:00.000Z',
      metrics: noMetrics,
      warn: () => {},
      ...more,
    },
    model,
  );

export const request: PhrasingRequest = {
  task: 'reply',
  language: 'zh-CN',
  text: '⟦1⟧记下了。没有凭证也可以先提交。',
  mood: 'calm',
  words: null,
};
