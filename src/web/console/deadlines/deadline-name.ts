import type { DeadlineView } from '../../../protocol/console/deadlines.ts';
import type { WordTable } from '../words/word-table.ts';

/** What a deadline is called. */
export const deadlineName = ({ label }: Pick<DeadlineView, 'label'>, words: WordTable): string =>
  label ?? words.answerDeadline;
