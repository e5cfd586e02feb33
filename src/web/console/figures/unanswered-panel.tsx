import { useId } from 'react';
import type { FiguresAnswer } from '../../../protocol/console/figures.ts';
import { PlainTable } from '../people/plain-table.tsx';
import { useWords } from '../words/words.ts';

type Unanswered = FiguresAnswer['unanswered'][number];

/** What people ask and nobody has written an answer to. */
export function UnansweredPanel({ unanswered }: { unanswered: Unanswered[] }) {
  const words = useWords();
  const heading = useId();
  return (
    <section className="figure" aria-labelledby={heading}>
      <div className="figure-head">
        <h3 id={heading}>{words.unansweredQuestions}</h3>
      </div>
      <p className="quiet">{words.unansweredHint}</p>
      {unanswered.length === 0 ? (
        <p className="figure-empty quiet">{words.allAnswered}</p>
      ) : (
        <div className="figure-list" tabIndex={0} role="group" aria-labelledby={heading}>
          <PlainTable<Unanswered>
            rows={unanswered}
            keyOf={({ question }) => question}
            columns={[
              { title: words.question, cell: ({ question }) => question },
              { title: words.count, cell: ({ count }) => count },
            ]}
          />
        </div>
      )}
    </section>
  );
}
