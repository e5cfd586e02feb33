import { createHash } from 'node:crypto';
import type { LanguageModel } from 'ai';
import { bulkhead, isBulkheadRejectedError, isTaskCancelledError } from 'cockatiel';
import { LRUCache } from 'lru-cache';
import type { Metrics } from '../../metrics/metrics.ts';
import type { Phraser, PhrasingFailure, PhrasingRequest } from '../phraser.ts';
import { CallFailed } from './call-failed.ts';
import { openCircuit } from './circuit.ts';
import { DailyTokens } from './daily-tokens.ts';
import { type Answer, modelCall, type Question } from './model-call.ts';
import { type ProviderSettings, providerModel } from './provider-model.ts';
import type { Prompt, readPrompts } from './prompts.ts';
import { SharedCalls } from './shared-calls.ts';
import { tokensOf } from './tokens-of.ts';
import { unlessAborted } from './unless-aborted.ts';
import { userMessage } from './user-message.ts';

export interface LlmSettings extends ProviderSettings {
  timeoutMs: number;
  sendsWords: boolean;
  /** Tokens a day, in and out; null: no bound. */
  dailyTokens: number | null;
  /** Of a million tokens, in the operator's currency. */
  prices: { in: number; out: number };
}

export interface LlmParts {
  prompts: ReturnType<typeof readPrompts>;
  /** IANA zone in which a day begins. */
  zone: string;
  now: () => string;
  metrics: Metrics;
  /** Takes sentences for the operator, with plain values beside them. */
  warn: (words: string, details?: Record<string, string | number>) => void;
}

/** Requests under way at a time, and those that wait for their turn; people wait no longer than their turn's deadline. */
const AT_ONCE = 16;
const WAITING = 256;
/** Characters of rewordings that are kept, at about two bytes each. */
const KEPT = 4_000_000;
/** What an entry takes beside its text. */
const KEY = 64;

/** Rewords by a language model behind an OpenAI-compatible endpoint. @param model another one, for tests */
export function llmPhraser(
  settings: LlmSettings,
  parts: LlmParts,
  model: Promise<LanguageModel> = providerModel(settings),
): Phraser {
  const { metrics, prompts, warn } = parts;
  const ask = modelCall(model);
  // Where it could not be loaded each call says so.
  model.catch(() => {});
  const kept = new LRUCache<string, string>({ maxSize: KEPT, sizeCalculation: text => text.length + KEY });
  const calls = new SharedCalls<string>();
  const turns = bulkhead(AT_ONCE, WAITING);
  const tokens = new DailyTokens({
    ...{ most: settings.dailyTokens, zone: parts.zone, now: parts.now },
    onSpent: () => warn('all tokens of the day are used; drafts are shown as they are'),
  });
  const circuit = openCircuit((isOpen, last) => {
    if (!isOpen) return warn('the language model is asked again');
    const { failure = 'failed', status = null } = last ?? {};
    warn('the language model fails and is left alone for a while', {
      failure,
      ...(status !== null && { status }),
    });
  });

  /** Asks the model, and counts what it took. */
  async function asked(question: Question, signal: AbortSignal): Promise<string> {
    const expected = {
      in: tokensOf(question.instructions) + tokensOf(question.message),
      out: question.maxOutputTokens,
    };
    const took = tokens.setAside(expected.in + expected.out);
    let used = { in: 0, out: 0 };
    try {
      return await circuit.run(async () => {
        metrics.count('model-words', 'asked');
        // Whoever gives up waiting pays for what was sent all the same.
        used = { in: expected.in, out: 0 };
        const began = performance.now();
        const answer: Answer = await unlessAborted(ask(question, signal), signal).finally(() =>
          metrics.modelTook(performance.now() - began),
        );
        used = answer.used ?? { in: expected.in, out: tokensOf(answer.text) };
        return answer.text;
      });
    } finally {
      took(used.in + used.out);
      for (const way of ['in', 'out'] as const) {
        metrics.count('model-tokens', way, used[way]);
        metrics.count('model-cost', way, (used[way] * settings.prices[way]) / 1_000_000);
      }
    }
  }

  async function words(
    request: PhrasingRequest,
    { text, hash }: Prompt,
    signal: AbortSignal,
  ): Promise<string> {
    const key = keyOf(request, hash, settings.model);
    const known = kept.get(key);
    if (known !== undefined) {
      metrics.count('model-words', 'cached');
      return known;
    }
    const question = {
      instructions: text,
      message: userMessage(request),
      maxOutputTokens: 2 * tokensOf(request.text) + 64,
    };
    const said = await calls.join(key, signal, ending =>
      turns.execute(() => asked(question, ending), ending),
    );
    kept.set(key, said);
    return said;
  }

  return {
    timeoutMs: settings.timeoutMs,
    sendsWords: settings.sendsWords,
    async reword(request, signal) {
      const prompt = prompts[request.task];
      const by = { model: settings.model, prompt: prompt.hash };
      try {
        return { ...by, text: await words(request, prompt, signal) };
      } catch (error) {
        return { ...by, failure: failureOf(error) };
      }
    },
  };
}

/** What the queue throws means that there was no time for this one. */
const failureOf = (error: unknown): PhrasingFailure => {
  if (error instanceof CallFailed) return error.failure;
  return isTaskCancelledError(error) || isBulkheadRejectedError(error) ? 'timeout' : 'failed';
};

/** A hash: what was asked must not lie about in memory for longer than the talk. */
const keyOf = (
  { task, language, mood, text, words }: PhrasingRequest,
  prompt: string,
  model: string,
): string =>
  createHash('sha256')
    .update(JSON.stringify([task, language, mood, text, words, prompt, model]))
    .digest('base64');
