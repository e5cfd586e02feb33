import { MockLanguageModelV4 } from 'ai/test';

type Generate = MockLanguageModelV4['doGenerate'];
type Generated = Awaited<ReturnType<Generate>>;

/** What the SDK's own mock model gives back for a text. */
export const generated = (
  text: string,
  took: { in: number; out: number } | null = { in: 600, out: 40 },
): Generated => ({
  content: [{ type: 'text', text }],
  finishReason: { unified: 'stop', raw: 'stop' },
  usage: {
    inputTokens: { total: took?.in, noCache: took?.in, cacheRead: undefined, cacheWrite: undefined },
    outputTokens: { total: took?.out, text: took?.out, reasoning: undefined },
  },
  warnings: [],
});

/** The SDK's mock model, answering by a function; `calls` are the prompts it was given. */
export function mockModel(by: (call: number, signal: AbortSignal) => Promise<Generated> | Generated): {
  model: Promise<MockLanguageModelV4>;
  calls: () => number;
} {
  let calls = 0;
  const doGenerate: Generate = async ({ abortSignal }) =>
    by(calls++, abortSignal ?? new AbortController().signal);
  return { model: Promise.resolve(new MockLanguageModelV4({ doGenerate })), calls: () => calls };
}

/** As a provider that never answers, until the call is ended. */
export const silence = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
