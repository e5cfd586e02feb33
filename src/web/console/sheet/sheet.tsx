import { Alert, Empty, Tag } from 'antd';
import type { CaseFact, HandOverSheet } from '../../../core/case/case-file.ts';
import type { Item } from '../../../protocol/console/desk.ts';
import { DeadlinePanel } from '../deadlines/deadline-panel.tsx';
import { EvidenceList } from '../evidence/evidence-list.tsx';
import type { Words } from '../talk/words-shown.ts';
import { useWords } from '../words/words.ts';
import { FoundWords } from './found-words.tsx';
import { SheetClaim } from './sheet-claim.tsx';
import { SheetMissing } from './sheet-missing.tsx';
import { SheetSection } from './sheet-section.tsx';
import { SheetSummary } from './sheet-summary.tsx';

interface SheetProps {
  item: Item;
  show: (found: Words) => void;
}

/** The latest matter of a conversation on one page, filed or as far as it is known; each value leads to its words. */
export function Sheet({ item, show }: SheetProps) {
  const words = useWords();
  const filed = item.cases.at(-1)?.file;
  const sheet = filed?.sheet ?? item.draft?.sheet;
  const facts = filed?.slots ?? item.draft?.facts ?? [];
  return (
    <div className="sheet">
      {item.safety.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={words.safetyFlags}
          description={item.safety.map(kind => words.safety[kind]).join('、')}
        />
      )}
      {!sheet && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noSheet} />}
      {item.cases.map(one => (
        <DeadlinePanel key={one.file.number} conversation={item.conversation} filed={one} />
      ))}
      {sheet && !filed && <p className="quiet">{words.draftSheet}</p>}
      {sheet && (
        <SheetBody
          sheet={sheet}
          facts={facts}
          show={show}
          isFiled={filed !== undefined}
          missing={filed?.missing ?? []}
        />
      )}
      <SheetSection title={words.evidence} isEmpty={item.files.length === 0}>
        <EvidenceList item={item} />
      </SheetSection>
    </div>
  );
}

interface SheetBodyProps extends Pick<SheetProps, 'show'> {
  sheet: HandOverSheet;
  facts: readonly CaseFact[];
  /** Then its deadlines run, and stand by themselves. */
  isFiled: boolean;
  missing: readonly { id: string; label: string }[];
}

function SheetBody({ sheet, facts, isFiled, missing, show }: SheetBodyProps) {
  const words = useWords();
  const bySlot = (slot: string) => facts.find(fact => fact.id === slot);
  const byLabel = (label: string) => facts.find(fact => fact.label === label);
  return (
    <>
      <SheetSummary sheet={sheet} />
      <SheetSection title={words.flags} isEmpty={sheet.flags.length === 0}>
        {sheet.flags.map(flag => (
          <Tag key={flag} color="warning">
            {flag}
          </Tag>
        ))}
      </SheetSection>
      <SheetSection title={words.ownWords} isEmpty={sheet.ownWords.length === 0}>
        {sheet.ownWords.map(({ slot, label, text }) => (
          <blockquote key={slot}>
            <span className="quiet">{label}</span>
            <FoundWords text={text} fact={bySlot(slot)} show={show} />
          </blockquote>
        ))}
      </SheetSection>
      <SheetClaim sheet={sheet} facts={facts} show={show} />
      <SheetSection title={words.timeline} isEmpty={sheet.timeline.length === 0}>
        <dl className="pairs">
          {sheet.timeline.map(({ from, label, shown }) => (
            <div key={`${from}${label}`}>
              <dt>{label}</dt>
              <dd>
                <FoundWords text={shown} fact={byLabel(label)} show={show} />
              </dd>
            </div>
          ))}
        </dl>
      </SheetSection>
      <SheetSection title={words.deadlines} isEmpty={isFiled || sheet.deadlines.length === 0}>
        <dl className="pairs">
          {sheet.deadlines.map(({ label, day }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{day}</dd>
            </div>
          ))}
        </dl>
      </SheetSection>
      <SheetMissing missing={missing} proof={sheet.proof} />
      <SheetSection title={words.facts} isEmpty={facts.length === 0}>
        <dl className="pairs">
          {facts.map(fact => (
            <div key={fact.id}>
              <dt>{fact.label}</dt>
              <dd>
                <FoundWords text={fact.shown} fact={fact} show={show} />
              </dd>
            </div>
          ))}
        </dl>
      </SheetSection>
      <SheetSection title={words.routing} isEmpty={sheet.reason.length === 0}>
        <ul>
          {sheet.reason.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </SheetSection>
    </>
  );
}
