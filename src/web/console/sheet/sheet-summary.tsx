import type { HandOverSheet } from '../../../core/case/case-file.ts';
import { GeneratedMark } from '../talk/generated-mark.tsx';
import { useWords } from '../words/words.ts';
import { SheetSection } from './sheet-section.tsx';

/** Enough of a hash to tell one from another. */
const SHOWN_OF_HASH = 12;

/** The one paragraph; where a model worded it, with the rules' own words to compare it by. */
export function SheetSummary({ sheet }: { sheet: HandOverSheet }) {
  const words = useWords();
  const { summary, summaryPhrasing: phrasing } = sheet;
  if (phrasing?.veto !== null)
    return (
      <SheetSection title={words.summary} isEmpty={summary === ''}>
        <p>{summary}</p>
      </SheetSection>
    );
  return (
    <SheetSection title={words.summary} isEmpty={false}>
      <p data-generated>
        {summary}
        <GeneratedMark />
      </p>
      <details className="basis">
        <summary>{words.rulesWords}</summary>
        <p>{phrasing.draft}</p>
        <p>{words.rewordedBy(phrasing.model, phrasing.prompt.slice(0, SHOWN_OF_HASH))}</p>
      </details>
    </SheetSection>
  );
}
