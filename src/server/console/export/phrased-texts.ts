import type { Item } from '../../../protocol/console/desk.ts';
import { type ExportManifest, PHRASED_TEXTS, type PhrasedText } from '../../../protocol/console/evidence.ts';
import type { Happening } from '../../../protocol/entries-of.ts';

/** All texts of a conversation that a model was asked to reword, and what came of it. */
export function phrasedTexts(events: Happening[], { cases, draft }: Item): PhrasedText[] {
  const sheets = [
    ...cases.map(({ file }) => ({ number: file.number, sheet: file.sheet })),
    ...(draft ? [{ number: null, sheet: draft.sheet }] : []),
  ];
  return [
    ...events.flatMap(({ version, at, event }) =>
      event.type === 'BotReplied'
        ? event.replies.flatMap(({ act, slot, text, phrasing }): PhrasedText[] =>
            phrasing
              ? [
                  {
                    of: 'reply',
                    version,
                    at,
                    act,
                    ...(slot === undefined ? {} : { slot }),
                    text,
                    ...phrasing,
                  },
                ]
              : [],
          )
        : [],
    ),
    ...sheets.flatMap(({ number, sheet: { summary, summaryPhrasing } }): PhrasedText[] =>
      summaryPhrasing ? [{ of: 'summary', case: number, text: summary, ...summaryPhrasing }] : [],
    ),
  ];
}

/** What the manifest says of them: nothing where all of them stand as the rules wrote them. */
export function generatedIn(texts: PhrasedText[]): Pick<ExportManifest, 'generated'> {
  const shown = texts.filter(({ veto }) => veto === null);
  if (shown.length === 0) return {};
  const models = [...new Set(shown.map(({ model }) => model))];
  return { generated: { texts: shown.length, models, explainedIn: PHRASED_TEXTS } };
}
