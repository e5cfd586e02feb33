import type { LanguageModel } from 'ai';
import { aiSdk } from './model-call.ts';

export interface ProviderSettings {
  /** Where the API lies; its paths begin there. */
  baseUrl: string;
  /** Null: the provider wants none. */
  apiKey: string | null;
  model: string;
}

/** A request goes where the operator has said, and to nobody whom that host may name. */
const noRedirects: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error' });

/**
 * A model behind the chat-completions API, which is the one that all compatible endpoints have. Loads the libraries in
 * the background.
 */
export async function providerModel({ baseUrl, apiKey, model }: ProviderSettings): Promise<LanguageModel> {
  const [{ createOpenAI }] = await Promise.all([import('@ai-sdk/openai'), aiSdk()]);
  // Without it what the library has to remark, such as a setting that a model ignores, goes to the console.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  // Were none given, the library would look for one in the environment.
  return createOpenAI({ baseURL: baseUrl, apiKey: apiKey ?? 'none', fetch: noRedirects }).chat(model);
}
