import type { Card, Reply } from '../../core/conversation/events.ts';
import type { Language } from '../../core/knowledge/localized.ts';
import type { StoredEvent } from '../../stores/store.ts';
import { explainWords } from './explain/explain-words.ts';

export const repliesIn = (events: StoredEvent[]): Reply[] =>
  events.flatMap(({ event }) => (event.type === 'BotReplied' ? event.replies : []));

/** Replies as plain text, with the last buttons numbered so that a number answers. */
export function printReplies(replies: Reply[], language: Language): string {
  const numbered = replies.findLast(reply => (reply.buttons ?? []).length > 0);
  return replies.map(reply => printReply(reply, language, reply === numbered)).join('\n\n');
}

function printReply(
  { text, why, card, buttons, tone, phrasing }: Reply,
  language: Language,
  isNumbered: boolean,
): string {
  const shown = phrasing?.veto === null ? `${text} [${explainWords(language).generated}]` : text;
  const parts = [tone === 'urgent' ? `!! ${shown}` : shown];
  if (why) parts.push(`  (${why})`);
  if (card) parts.push(printCard(card));
  if (buttons && buttons.length > 0)
    parts.push(buttons.map(({ label }, at) => `  ${isNumbered ? `${at + 1})` : '·'} ${label}`).join('\n'));
  return parts.join('\n');
}

function printCard(card: Card): string {
  switch (card.kind) {
    case 'summary':
      return [
        card.title,
        ...card.lines.map(line => `  ${line.state === 'filled' ? '·' : '?'} ${line.label}: ${line.value}`),
      ].join('\n');
    case 'checklist':
      return [
        card.title,
        ...card.items.map(item => `  ${item.files > 0 ? '✓' : '○'} ${item.label} (${item.how})`),
      ].join('\n');
    case 'case':
      return `${card.title}: ${card.number}`;
    default:
      card satisfies never;
      return '';
  }
}
