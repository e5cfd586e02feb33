import type { Mind } from '../../core/dialogue/mind.ts';
import type { Problems } from '../knowledge/problems.ts';
import type { OpenedKnowledge } from '../load-knowledge.ts';

/** What a check looks at, and where it reports. */
export interface CheckContext extends OpenedKnowledge {
  mind: Mind;
  problems: Problems;
  /** The day on which the knowledge is judged, YYYY-MM-DD. */
  today: string;
}

/** One thing that must hold of the whole knowledge. */
export interface Check {
  name: string;
  /** What it counts: answers, questions, texts. */
  counts: string;
  /** Reports what is wrong; returns how many things it looked at, which must never be none. */
  run(context: CheckContext): number;
}
