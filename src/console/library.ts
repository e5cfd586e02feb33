import type { Language } from '../core/knowledge/localized.ts';

/** An answer that Parley knows, as the person would read it. */
export interface KnownAnswer {
  id: string;
  title: string;
  text: string;
}

/** What the console may look up in the knowledge. */
export interface Library {
  /** Kinds of matters, in the order in which people are shown them. */
  negotiations(language: Language): { id: string; label: string }[];
  /** What the forms of all matters ask for, by its ids. */
  questions(language: Language): { id: string; label: string }[];
  /** Answers nearest to a question or to words of it, best first. */
  answers(question: string, language: Language, limit: number): KnownAnswer[];
}
