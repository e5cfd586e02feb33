import type { Language } from '../../../core/knowledge/localized.ts';
import type { Reply } from '../../../protocol/console/replies.ts';

export interface ReplyFilter {
  text: string;
  topic: Reply['topic'] | null;
  /** Only those that are written in it. */
  language: Language | null;
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a reply is one of those looked for: each word of the text stands in its title or its text. */
export function isMatching({ topic, wordings }: Reply, filter: ReplyFilter): boolean {
  if (filter.topic !== null && topic !== filter.topic) return false;
  const wanted = filter.language === null ? Object.values(wordings) : [wordings[filter.language]];
  const written = wanted.filter(wording => wording !== undefined);
  if (written.length === 0) return false;
  const all = folded(written.map(({ title, text }) => `${title} ${text}`).join(' '));
  return folded(filter.text)
    .split(/\s+/)
    .every(word => all.includes(word));
}

/** The wording in a language, or the first there is. */
export const wordingIn = ({ wordings }: Reply, language: Language) =>
  wordings[language] ?? wordings['zh-CN'] ?? wordings.en;
