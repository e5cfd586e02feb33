import type { FiguresAnswer } from '../../../protocol/console/figures.ts';
import { useCounts } from '../api/use-inbox.ts';
import { useWords } from '../words/words.ts';
import { durationIn } from './duration-in.ts';

const sumOf = (days: FiguresAnswer['days'], what: 'arrivals' | 'filed' | 'closed'): number =>
  days.reduce((sum, day) => sum + day[what], 0);

/** The numbers that are looked at first. */
export function Tiles({ figures }: { figures: FiguresAnswer }) {
  const words = useWords();
  const { data: counts } = useCounts();
  const { days, firstResponse, timeToClose, ratings } = figures;
  const waiting = counts ? counts.urgent + counts.waiting : figures.waitingNow;
  const took = (ms: number | null): string => (ms === null ? words.notYet : durationIn(words, ms));
  const tiles = [
    { name: words.waitingNow, value: waiting, beside: words.rightNow },
    { name: words.arrivals, value: sumOf(days, 'arrivals') },
    { name: words.filedCases, value: sumOf(days, 'filed') },
    { name: words.closedCases, value: sumOf(days, 'closed') },
    {
      name: words.firstResponse,
      value: took(firstResponse.median),
      beside: firstResponse.p90 === null ? '' : words.within90(took(firstResponse.p90)),
    },
    {
      name: words.timeToClose,
      value: took(timeToClose.median),
      beside: timeToClose.p90 === null ? '' : words.within90(took(timeToClose.p90)),
    },
    {
      name: words.satisfaction,
      value: ratings.average === null ? words.notYet : words.ratingAverage(ratings.average.toFixed(1)),
      beside: ratings.count === 0 ? '' : words.ratingsGiven(ratings.count),
    },
  ];
  return (
    <dl className="tiles">
      {tiles.map(({ name, value, beside = '' }) => (
        <div key={name} className="tile">
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            <span className="quiet">{beside}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
