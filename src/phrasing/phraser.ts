import type { Language } from '../core/knowledge/localized.ts';

/** What a model may be asked to do; each has its own file of instructions in `prompts/`. */
export const PHRASING_TASKS = ['reply', 'ask-again', 'case-summary'] as const;
export type PhrasingTask = (typeof PHRASING_TASKS)[number];

/** A finished text whose words may be others. Values of the person are marks in it: nothing of theirs is sent. */
export interface PhrasingRequest {
  task: PhrasingTask;
  language: Language;
  text: string;
  /** How the person seems to feel. */
  mood: 'calm' | 'upset';
  /** What the person wrote last, without personal data; null where it is not to be sent. */
  words: string | null;
}

/** Why no other words came. */
export const PHRASING_FAILURES = [
  'timeout',
  'rate-limited',
  'failed',
  'unreadable',
  'budget',
  'circuit-open',
] as const;
export type PhrasingFailure = (typeof PHRASING_FAILURES)[number];

export type Rewording = { model: string; prompt: string } & ({ text: string } | { failure: PhrasingFailure });

/** Says a text in other words. What it says is not trusted: the core decides whether it may be shown. */
export interface Phraser {
  /** Milliseconds that all the rewording of one turn may take. */
  timeoutMs: number;
  /** Whether the person's last words may go along, without personal data. */
  sendsWords: boolean;
  /** Never rejects, and ends soon after `signal` is aborted. */
  reword(request: PhrasingRequest, signal: AbortSignal): Promise<Rewording>;
}
