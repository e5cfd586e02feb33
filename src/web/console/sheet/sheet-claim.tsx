import type { CaseFact, HandOverSheet } from '../../../core/case/case-file.ts';
import type { Words } from '../talk/words-shown.ts';
import { useWords } from '../words/words.ts';
import { FoundWords } from './found-words.tsx';
import { SheetSection } from './sheet-section.tsx';

interface SheetClaimProps {
  sheet: HandOverSheet;
  byLabel: (label: string) => CaseFact | undefined;
  show: (found: Words) => void;
}

/** What is wanted of whom, and the amounts. */
export function SheetClaim({ sheet: { counterparty, claim }, byLabel, show }: SheetClaimProps) {
  const words = useWords();
  return (
    <SheetSection
      title={words.claims}
      isEmpty={counterparty === null && claim.demand === null && claim.amounts.length === 0}
    >
      <dl className="pairs">
        {counterparty !== null && (
          <div>
            <dt>{words.counterparty}</dt>
            <dd>{counterparty}</dd>
          </div>
        )}
        {claim.demand !== null && (
          <div>
            <dt>{words.demand}</dt>
            <dd>{claim.demand}</dd>
          </div>
        )}
        {claim.amounts.map(({ label, shown }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="amount">
              <FoundWords text={shown} fact={byLabel(label)} show={show} />
            </dd>
          </div>
        ))}
      </dl>
    </SheetSection>
  );
}
