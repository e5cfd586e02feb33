import type { Keep } from './keep.ts';

/** Which conversation the browser is in, and the proof that it may be. */
export interface Session {
  conversation: string;
  token: string;
}

export type WidgetLanguage = 'zh-CN' | 'en';

const SESSION = 'parley:session';
const LANGUAGE = 'parley:language';

export function readSession(keep: Keep): Session | null {
  try {
    const { conversation, token } = JSON.parse(keep.read(SESSION) ?? '{}') as Partial<Session>;
    return conversation && token ? { conversation, token } : null;
  } catch {
    return null;
  }
}

export const writeSession = (keep: Keep, session: Session): void =>
  keep.write(SESSION, JSON.stringify(session));

/** Forgets the conversation, unless another tab has begun a new one meanwhile. */
export function forgetSession(keep: Keep, conversation: string): void {
  if (readSession(keep)?.conversation === conversation) keep.remove(SESSION);
}

export const asLanguage = (value: unknown): WidgetLanguage =>
  String(value).toLowerCase().startsWith('en') ? 'en' : 'zh-CN';

/** The language chosen in the widget before, else what the page asks for. */
export const readLanguage = (keep: Keep, ofPage: string | undefined): WidgetLanguage =>
  asLanguage(keep.read(LANGUAGE) ?? ofPage);
export const writeLanguage = (keep: Keep, language: WidgetLanguage): void => keep.write(LANGUAGE, language);

/** A message id no other message has; `getRandomValues` also works where the page is not served over HTTPS. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
