import type { LanguageModel } from 'ai';
import { CallFailed } from './call-failed.ts';
import { retryAfter } from './retry-after.ts';

export interface Question {
  instructions: string;
  message: string;
  maxOutputTokens: number;
}

export interface Answer {
  text: string;
  /** Tokens, where the provider tells them. */
  used: { in: number; out: number } | null;
}

/** Asks a model once. Rejects with nothing but `CallFailed`. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<Answer>;

/** The library, loaded when the first model needs it: it takes a good part of a start. */
export const aiSdk = () => import('ai');

/** Not the same words every time, but never far from the draft. */
const TEMPERATURE = 0.3;

/** Ends of a text that is not whole. Compatible endpoints have names of their own for those of a whole one. */
const CUT_SHORT = new Set<string>(['length', 'content-filter', 'error']);

export function modelCall(model: Promise<LanguageModel>): Ask {
  return async ({ instructions, message, maxOutputTokens }, signal) => {
    const { generateText } = await aiSdk();
    const result = await generateText({
      model: await model,
      instructions,
      prompt: message,
      temperature: TEMPERATURE,
      maxOutputTokens,
      // The person waits: whoever is asked later gets what a second try would have brought.
      maxRetries: 0,
      abortSignal: signal,
    }).catch((error: unknown) => {
      throw signal.aborted ? new CallFailed('timeout') : failed(error);
    });
    const { finishReason, usage } = result;
    const text = result.text.trim();
    if (CUT_SHORT.has(finishReason) || text === '') throw new CallFailed('unreadable');
    const { inputTokens, outputTokens } = usage;
    const isTold = inputTokens !== undefined && outputTokens !== undefined;
    return { text, used: isTold ? { in: inputTokens, out: outputTokens } : null };
  };
}

/** What the library throws has the provider's status, where there was one. */
function failed(error: unknown): CallFailed {
  const { name, statusCode, responseHeaders } = error as {
    name?: string;
    statusCode?: number;
    responseHeaders?: Record<string, string>;
  };
  const status = statusCode ?? null;
  if (status === 429) {
    const retryAfterMs = retryAfter(responseHeaders?.['retry-after'], Date.now());
    return new CallFailed('rate-limited', { status, retryAfterMs });
  }
  const cameThrough = status !== null && status < 300;
  return new CallFailed(cameThrough || name === 'AI_InvalidResponseDataError' ? 'unreadable' : 'failed', {
    status,
  });
}
