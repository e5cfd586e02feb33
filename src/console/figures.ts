import type { Stats } from '../core/desk/stats.ts';

/** The numbers of some days, and what stands beside them. */
export interface FiguresView extends Omit<Stats, 'unanswered'> {
  /** IANA zone in which the days are counted. */
  zone: string;
  /** Those who wait for somebody at this moment. */
  waitingNow: number;
  /**
   * Questions that nothing known answers, those that ask the same together, most asked first, without personal data;
   * those of people who were erased are counted by day alone.
   */
  unanswered: { question: string; count: number }[];
  /** Whether all that has happened is counted; false while what is old is counted for the first time. */
  isComplete: boolean;
}

/** What the console may ask about how the work goes. */
export interface Figures {
  /** The day it is, YYYY-MM-DD, where the days are counted. */
  today(): string;
  /** @param range days, YYYY-MM-DD, both included */
  of(range: { from: string; to: string }): Promise<FiguresView>;
}
