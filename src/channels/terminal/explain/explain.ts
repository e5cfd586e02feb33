import type { ConversationEvent, Phrasing } from '../../../core/conversation/events.ts';
import type { Language } from '../../../core/knowledge/localized.ts';
import { explainWords } from './explain-words.ts';
import { sideBySide } from './side-by-side.ts';

/** Enough of a hash to tell one from another. */
const SHOWN_OF_HASH = 12;

/**
 * How each text of a turn came by its words: by rules alone, by a model, or by rules after a model was asked in vain.
 * @param width of the terminal, in places of a Latin letter
 */
export function explain(events: ConversationEvent[], language: Language, width: number): string {
  const words = explainWords(language);
  return events
    .flatMap((event): string[] => {
      if (event.type === 'SummaryPhrased') return [explained(words.summary, event.text, event.phrasing)];
      if (event.type !== 'BotReplied') return [];
      return event.replies.map(({ act, slot, text, phrasing }) => {
        const name = slot === undefined ? act : `${act} ${slot}`;
        return phrasing ? explained(name, text, phrasing) : `# ${name}: ${words.byRules}`;
      });
    })
    .join('\n');

  function explained(name: string, text: string, { draft, model, prompt, veto }: Phrasing): string {
    const how = veto === null ? words.generated : words.kept(vetoInWords(veto, words.why));
    return [
      `# ${name}: ${how} · ${words.by(model, prompt.slice(0, SHOWN_OF_HASH))}`,
      sideBySide({ heading: words.draft, text: draft }, { heading: words.shown, text }, width),
    ].join('\n');
  }
}

/** One that another version gave is shown as it was kept. */
const vetoInWords = (veto: string, why: Record<string, string>): string => why[veto] ?? veto;
