import type { Deed } from '../../../protocol/console/desk.ts';
import { Moment } from '../talk/moment.tsx';
import { useWords } from '../words/words.ts';
import type { WordTable } from '../words/word-table.ts';

/** One thing that somebody did. */
export function DeedLine({ deed: { at, what, by, detail } }: { deed: Deed }) {
  const words = useWords();
  const deeds: Partial<Record<string, string>> = words.deeds;
  return (
    <li>
      <Moment at={at} />
      <span>
        <strong>{by ?? words.byPerson}</strong> {deeds[what] ?? what}
        {detail !== null && <span className="quiet"> · {detailIn(words, what, detail)}</span>}
      </span>
    </li>
  );
}

/** A code in words; what is no code, such as a reason or a name, as it stands. */
function detailIn(words: WordTable, what: string, detail: string): string {
  const find = (table: Record<string, string>, code: string): string => table[code] ?? code;
  switch (what) {
    case 'CaseStatusChanged': {
      const [status = '', ...reason] = detail.split(': ');
      return [find(words.caseStatus, status), ...reason].join(': ');
    }
    case 'DeadlinePaused':
    case 'DeadlineResumed':
    case 'DeadlineMet':
    case 'DeadlineWarned': {
      const [deadline = '', ...rest] = detail.split(': ');
      const name = deadline === 'answer' ? words.answerDeadline : deadline;
      const more = what === 'DeadlineWarned' ? rest.map(one => find(words.deadlineOf, one)) : rest;
      return [name, ...more].join(': ');
    }
    case 'SafetyRaised':
      return find(words.safety, detail);
    case 'Looked': {
      const [at = '', ...file] = detail.split(' ');
      return [find(words.deedDetails, at), ...file].join(' ');
    }
    case 'HandoffRequested':
    case 'HandoffEnded':
      return find(words.deedDetails, detail);
    default:
      return detail;
  }
}
