import type { Card } from '../../../core/conversation/events.ts';
import { nowIn } from '../../../core/language/day.ts';
import type { Entry, EntryFile, ShownReply } from '../../../protocol/entry.ts';
import type { ExportWords } from './words.ts';

export interface Paragraph {
  text: string;
  /** The words are a model's. */
  isGenerated: boolean;
}

/** One line of the talk, with who speaks. */
export interface SpokenLine {
  /** Day and time in the conversation's zone, to the second. */
  at: string;
  from: Entry['from'];
  who: string;
  paragraphs: Paragraph[];
  files: EntryFile[];
}

/** An instant as day and time in a zone, to the second. */
export function timeIn(zone: string, instant: string): string {
  const { day, clock } = nowIn(zone, instant);
  return `${day} ${clock}:${instant.slice(17, 19)}`;
}

/** The talk as it was shown to the person. */
export const spokenLines = (entries: Entry[], zone: string, words: ExportWords): SpokenLine[] =>
  entries.map(entry => ({
    at: timeIn(zone, entry.at),
    from: entry.from,
    who: whoSpeaks(entry, words),
    paragraphs: paragraphsOf(entry, words),
    files: entry.files ?? [],
  }));

const whoSpeaks = ({ from, name = '' }: Entry, words: ExportWords): string =>
  ({ user: words.person, bot: words.bot, mediator: words.mediator(name), system: words.system })[from];

function paragraphsOf(
  { text, wants, notice, name = '', replies = [] }: Entry,
  words: ExportWords,
): Paragraph[] {
  return [
    ...(notice ? [plain(words.notices[notice](name))] : []),
    ...(text ? [plain(text)] : []),
    ...(wants === undefined ? [] : [plain(words.wants(wants))]),
    ...replies.flatMap(reply => said(reply, words)),
  ];
}

const plain = (text: string): Paragraph => ({ text, isGenerated: false });

const said = (
  { text, generated, why, card, buttons = [], basis = [] }: ShownReply,
  words: ExportWords,
): Paragraph[] => [
  { text, isGenerated: generated === true },
  ...[
    ...(why === undefined ? [] : [why]),
    ...(card ? cardLines(card, words) : []),
    ...(buttons.length > 0 ? [words.offered + buttons.map(({ label }) => label).join(' / ')] : []),
    ...basis.map(({ title, source, day }) => `${words.basis}${title} · ${source} · ${day}`),
  ].map(plain),
];

function cardLines(card: Card, words: ExportWords): string[] {
  switch (card.kind) {
    case 'case':
      return [`${card.title} ${card.number}`];
    case 'summary':
      return card.lines.map(
        ({ label, value, state }) => `${label}：${state === 'missing' ? value || words.missing : value}`,
      );
    case 'checklist':
      return card.items.map(({ label, files }) => `${files > 0 ? '✓' : '○'} ${label}`);
  }
}
