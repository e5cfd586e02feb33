import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { CONSOLE_API } from '../../../protocol/console/agreed.ts';
import type { FiguresAnswer } from '../../../protocol/console/figures.ts';
import { query } from '../api/call.ts';
import { useFailure } from '../api/use-failure.ts';
import '../styles/figures.css';
import { useWords } from '../words/words.ts';
import type { DaysChosen } from './days-chosen.ts';
import { DaysPicker } from './days-picker.tsx';
import { FigurePanels } from './figure-panels.tsx';
import { Tiles } from './tiles.tsx';
import { useFigures } from './use-figures.ts';

/** How the work goes, for those who look after that. */
export function FiguresPage() {
  const words = useWords();
  const { inWords } = useFailure();
  const [chosen, choose] = useState<DaysChosen>({ last: 28 });
  const { data: figures, isError, error, isPlaceholderData } = useFigures(chosen);
  const shown = figures && daysOf(figures);
  return (
    <>
      <div className="page-head">
        <h2>{words.navFigures}</h2>
        <DaysPicker chosen={chosen} choose={choose} shown={isPlaceholderData ? null : (shown ?? null)} />
        <Button
          icon={<DownloadOutlined aria-hidden />}
          disabled={!shown}
          href={`${CONSOLE_API}/stats.csv${query({ ...shown })}`}
          download
        >
          {words.downloadCsv}
        </Button>
      </div>
      {isError && <Alert type="error" showIcon role="alert" title={inWords(error)} />}
      {figures && !figures.isComplete && <Alert type="info" showIcon title={words.stillCounting} />}
      {!figures && !isError && <Skeleton active />}
      {figures && (
        <div aria-busy={isPlaceholderData}>
          <Tiles figures={figures} />
          {isNothing(figures) ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noFigures} />
          ) : (
            <FigurePanels figures={figures} />
          )}
          <p className="quiet">{words.figuresZone(figures.zone)}</p>
        </div>
      )}
    </>
  );
}

const daysOf = ({ days }: FiguresAnswer): { from: string; to: string } | null => {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { from: first.day, to: last.day } : null;
};

const isNothing = ({ days, ratings }: FiguresAnswer): boolean =>
  ratings.count === 0 &&
  days.every(({ arrivals, filed, closed, mostWaiting, unanswered }) =>
    [arrivals, filed, closed, mostWaiting, unanswered].every(count => count === 0),
  );
