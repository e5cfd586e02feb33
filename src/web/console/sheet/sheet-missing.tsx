import type { HandOverSheet } from '../../../core/case/case-file.ts';
import { useWords } from '../words/words.ts';
import { SheetSection } from './sheet-section.tsx';

interface SheetMissingProps {
  missing: readonly { id: string; label: string }[];
  proof: HandOverSheet['proof'];
}

/** What nobody knows yet and what nothing shows yet. */
export function SheetMissing({ missing, proof }: SheetMissingProps) {
  const words = useWords();
  const unproven = proof.filter(one => one.level === 'needed' && one.evidence.length === 0);
  return (
    <SheetSection title={words.stillMissing} isEmpty={missing.length === 0 && unproven.length === 0}>
      <dl className="pairs">
        {missing.length > 0 && (
          <div>
            <dt>{words.missingInfo}</dt>
            <dd>{missing.map(one => one.label).join('、')}</dd>
          </div>
        )}
        {unproven.length > 0 && (
          <div>
            <dt>{words.missingProof}</dt>
            <dd>{unproven.map(one => one.label).join('、')}</dd>
          </div>
        )}
      </dl>
    </SheetSection>
  );
}
