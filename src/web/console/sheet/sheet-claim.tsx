import type { CaseFact, HandOverSheet } from '../../../core/case/case-file.ts';
import type { Words } from '../talk/words-shown.ts';
import { useWords } from '../words/words.ts';
import { FoundWords } from './found-words.tsx';
import { SheetSection } from './sheet-section.tsx';

interface SheetClaimProps {
  sheet: HandOverSheet;
  facts: readonly CaseFact[];
  show: (found: Words) => void;
}

/** What is wanted of whom, and the amounts. */
export function SheetClaim({ sheet: { counterparty, claim }, facts, show }: SheetClaimProps) {
  const words = useWords();
  const byShown = (shown: string) => facts.find(fact => fact.shown === shown);
  return (
    <SheetSection
      title={words.claims}
      isEmpty={counterparty === null && claim.demand === null && claim.amounts.length === 0}
    >
      <dl className="pairs">
        {counterparty !== null && (
          <div>
            <dt>{words.counterparty}</dt>
            <dd>
              <FoundWords text={counterparty} fact={byShown(counterparty)} show={show} />
            </dd>
          </div>
        )}
        {claim.demand !== null && (
          <div>
            <dt>{words.demand}</dt>
            <dd>
              <FoundWords text={claim.demand} fact={byShown(claim.demand)} show={show} />
            </dd>
          </div>
        )}
        {claim.amounts.map(({ label, shown }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="amount">
              <FoundWords text={shown} fact={facts.find(fact => fact.label === label)} show={show} />
            </dd>
          </div>
        ))}
      </dl>
    </SheetSection>
  );
}
