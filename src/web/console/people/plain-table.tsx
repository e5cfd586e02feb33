import { Empty, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
  /** At the end of the line, as what can be done with it; its title is only heard. */
  isForActions?: boolean;
}

interface PlainTableProps<Row> {
  columns: readonly Column<Row>[];
  /** Undefined while they are loading. */
  rows: readonly Row[] | undefined;
  keyOf: (row: Row) => string;
}

/** Lines and columns, and nothing to sort or leaf through: a list here is short, or read on by a cursor. */
export function PlainTable<Row>({ columns, rows, keyOf }: PlainTableProps<Row>) {
  const words = useWords();
  if (!rows) return <Skeleton active />;
  if (rows.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.nothing} />;
  return (
    <div className="table-frame">
      <table>
        <thead>
          <tr>
            {columns.map(({ title, isForActions = false }) => (
              <th key={title} scope="col">
                {isForActions ? <span className="hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={keyOf(row)}>
              {columns.map(({ title, cell, isForActions = false }) => (
                <td key={title} className={isForActions ? 'actions' : ''}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
