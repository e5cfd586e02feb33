import { SETTINGS_PATH, SOCKET_PATH } from '../../protocol/agreed.ts';
import type { WidgetSettings, WidgetWord } from '../../protocol/widget-words.ts';
import { FALLBACK } from './fallback-words.ts';
import type { WidgetLanguage } from './session.ts';

/** The widget's words in one language, with `{name}` filled in. */
export type Words = (key: WidgetWord, parameters?: Record<string, string | number>) => string;

/** Until the server has told its settings: enough to open the panel and to say that there is no connection. */
export const fallbackSettings = (language: WidgetLanguage): WidgetSettings => ({
  words: FALLBACK[language] as WidgetSettings['words'],
  phones: [],
  limits: { maxBytes: Number.POSITIVE_INFINITY, maxFiles: Number.POSITIVE_INFINITY },
});

export const wordsOf =
  ({ words }: WidgetSettings): Words =>
  (key, parameters = {}) =>
    (words[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''));

/** Reads the settings, trying until it succeeds or `isWanted` says no. */
export async function loadSettings(
  base: string,
  language: WidgetLanguage,
  isWanted: () => boolean,
): Promise<WidgetSettings | null> {
  for (let attempt = 0; isWanted(); attempt++) {
    try {
      const answer = await fetch(`${base}${SETTINGS_PATH}?language=${language}`, { credentials: 'omit' });
      if (answer.ok) return (await answer.json()) as WidgetSettings;
    } catch {
      // No connection: the next round tries again.
    }
    await new Promise(resolve => setTimeout(resolve, Math.min(30_000, 1000 * 2 ** attempt)));
  }
  return null;
}

export const socketUrl = (base: string): string => base.replace(/^http/, 'ws') + SOCKET_PATH;
