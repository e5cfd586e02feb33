import type { ReplyParameter } from '../../../core/knowledge/fill-reply.ts';
import type { Item } from '../../../protocol/console/desk.ts';

/** What is known for sure of what a reply can name: of the case only where one is filed, the latest. */
export function knownOf(
  { cases, language }: Item,
  name: string,
  receiver: string | undefined,
): Partial<Record<ReplyParameter, string>> {
  const file = cases.at(-1)?.file;
  return {
    name,
    ...(receiver === undefined ? {} : { receiver }),
    ...(file ? { number: file.number, day: dayShown(file.answerBy, language) } : {}),
  };
}

/** A day (YYYY-MM-DD) as it is said. */
const dayShown = (day: string, language: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language, {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
  });
