import type { Deed } from '../../../protocol/console/desk.ts';
import { Moment } from '../talk/moment.tsx';
import { useWords } from '../words/words.ts';
import type { WordTable } from '../words/word-table.ts';

/** One thing that somebody did. */
export function DeedLine({ deed: { at, what, by, detail } }: { deed: Deed }) {
  const words = useWords();
  const [verb, shown] = what === 'Looked' ? lookIn(words, detail ?? '') : deedIn(words, what, detail);
  return (
    <li>
      <Moment at={at} />
      <span>
        <strong>{by ?? words.byPerson}</strong> {verb}
        {shown !== null && <span className="quiet"> · {shown}</span>}
      </span>
    </li>
  );
}

const deedIn = (words: WordTable, what: string, detail: string | null): [string, string | null] => {
  const deeds: Partial<Record<string, string>> = words.deeds;
  return [deeds[what] ?? what, detail === null ? null : detailIn(words, what, detail)];
};

/** What somebody looked at, and the file where it was one. */
function lookIn(words: WordTable, detail: string): [string, string | null] {
  const looks: Partial<Record<string, string>> = words.looks;
  const [at = '', ...file] = detail.split(' ');
  return [looks[at] ?? at, file.length === 0 ? null : file.join(' ')];
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
    case 'HandoffRequested':
    case 'HandoffEnded':
      return find(words.deedDetails, detail);
    default:
      return detail;
  }
}
