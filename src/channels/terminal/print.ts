import type { Card, Reply } from '../../core/conversation/events.ts';
import type { StoredEvent } from '../../stores/store.ts';

export const repliesIn = (events: StoredEvent[]): Reply[] =>
  events.flatMap(({ event }) => (event.type === 'BotReplied' ? event.replies : []));

/** Replies as plain text, with the last buttons numbered so that a number answers. */
export function printReplies(replies: Reply[]): string {
  const numbered = replies.findLast(reply => (reply.buttons ?? []).length > 0);
  return replies.map(reply => printReply(reply, reply === numbered)).join('\n\n');
}

function printReply({ text, why, card, buttons, tone }: Reply, isNumbered: boolean): string {
  const parts = [tone === 'urgent' ? `!! ${text}` : text];
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
