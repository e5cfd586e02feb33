import type { Figures, FiguresView } from '../../console/figures.ts';
import { statsOf } from '../../core/desk/stats-of.ts';
import type { Stats } from '../../core/desk/stats.ts';
import { alikeQuestions } from '../../core/dialogue/alike-questions.ts';
import type { Mind } from '../../core/dialogue/mind.ts';
import { addDays, dayIn } from '../../core/language/day.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { DESKS } from '../queue-rows.ts';
import { conversationStream } from '../streams.ts';
import type { Counting } from './counting.ts';
import { FactDays } from './fact-days.ts';

export interface FiguresParts {
  store: Store;
  mind: Mind;
  clock: Clock;
  /** IANA zone in which days are counted. */
  zone: string;
  counting: Counting;
  onError: (error: unknown) => void;
}

/** Whoever has waited for longer when the days begin is not seen to wait. */
const DAYS_BEFORE = 31;
/** Who comes back within a day has not left; and a day of the zone reaches into two of UTC. */
const DAYS_AFTER = 2;
/** So many of the latest unanswered questions are read and put together. */
const MOST_QUESTIONS = 300;
const MOST_GROUPS = 50;

/** How the work goes, from facts that are counted up to now whenever somebody asks. */
export function figures({ store, mind, clock, zone, counting, onError }: FiguresParts): Figures {
  const days = new FactDays(store, onError);
  const today = () => dayIn(zone, clock.now());

  return {
    today,
    async of({ from, to }): Promise<FiguresView> {
      const isComplete = await counting.catchUp();
      const now = clock.now();
      const facts = await days.between(addDays(from, -DAYS_BEFORE), addDays(to, DAYS_AFTER));
      const { unanswered, ...stats } = statsOf(facts, { from, to, zone, now });
      const { urgent = 0, waiting = 0 } = await store.queue.counts(DESKS);
      return {
        ...stats,
        zone,
        waitingNow: urgent + waiting,
        unanswered: await inWords(unanswered.slice(0, MOST_QUESTIONS)),
        isComplete,
      };
    },
  };

  /** The words are read where they stand, so that they are gone when the person's data are. */
  async function inWords(places: Stats['unanswered']): Promise<FiguresView['unanswered']> {
    const asked = await Promise.all(
      places.map(async ({ talk, version }) => {
        const [stored] = await store.read(conversationStream(talk), version - 1);
        if (stored?.version !== version || stored.event.type !== 'QuestionUnanswered') return [];
        return [{ question: stored.event.question }];
      }),
    );
    return alikeQuestions(asked.flat(), mind)
      .slice(0, MOST_GROUPS)
      .map(alike => ({ question: alike[0]?.question ?? '', count: alike.length }));
  }
}
