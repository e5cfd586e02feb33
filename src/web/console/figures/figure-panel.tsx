import { Button } from 'antd';
import { useId, useState } from 'react';
import { PlainTable } from '../people/plain-table.tsx';
import { useWords } from '../words/words.ts';
import { Chart } from './chart.tsx';
import type { Drawn } from './chart-options.ts';
import { type Cell, tableOf } from './table-of.ts';

interface FigurePanelProps {
  title: string;
  /** What exactly is counted, where the title alone could be taken for something else. */
  hint?: string;
  /** What the first column holds: days, kinds. */
  of: string;
  drawn: Drawn;
  /** Said where there is nothing to draw. */
  empty: string;
}

/** Numbers as a picture or as a table, whichever one reads better. */
export function FigurePanel({ title, hint, of, drawn, empty }: FigurePanelProps) {
  const words = useWords();
  const heading = useId();
  const [isTable, setTable] = useState(false);
  const { columns, rows, isEmpty } = tableOf(drawn, of, words.count);
  return (
    <section className="figure" aria-labelledby={heading}>
      <div className="figure-head">
        <h3 id={heading}>{title}</h3>
        {!isEmpty && (
          <Button size="small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {words.asTable}
          </Button>
        )}
      </div>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {isEmpty && <p className="figure-empty quiet">{empty}</p>}
      {!isEmpty && !isTable && <Chart drawn={drawn} label={title} />}
      {!isEmpty && isTable && (
        <PlainTable<Cell[]>
          rows={rows}
          keyOf={row => String(rows.findIndex(one => one === row))}
          columns={columns.map((title, at) => ({ title, cell: row => row[at] }))}
        />
      )}
    </section>
  );
}
