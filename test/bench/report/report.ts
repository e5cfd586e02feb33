/** What a bench found. Its JSON line is this and nothing else; tables and the page are drawn from it alone. */
export interface Report {
  bench: string;
  /** What it answers, asked as somebody would who knows nothing of the code. */
  question: string;
  tables: Table[];
  targets: Target[];
  /** How it was measured and what a reader must know to judge it; whole sentences. */
  notes: string[];
}

export interface Table {
  title: string;
  /** Of every value in it. */
  unit: string;
  better: 'more' | 'less';
  /** Names of the values of a row, left to right. */
  columns: string[];
  rows: Row[];
  /** `lines`: the rows are points of a curve, and each column is one. */
  draw: 'bars' | 'lines';
  /** Values that lie powers of ten apart are drawn on a logarithmic scale. */
  scale?: 'log';
}

export interface Row {
  name: string;
  /** `peer`: somebody else's code doing the same; `ceiling`: what the machine gives when nearly nothing is done. */
  is: 'ours' | 'peer' | 'ceiling';
  values: number[];
  ratios?: Ratio[];
}

/** What a value of a row, the first unless a column says which, is beside something else of the same run: `value` x `to`. */
export interface Ratio {
  to: string;
  value: number;
  column?: number;
}

export interface Target {
  name: string;
  unit: string;
  is: 'at least' | 'at most';
  reach: number;
  value: number;
  reached: boolean;
}

/** One bench: `test/bench/<name>.bench.ts` exports it as `bench`. */
export interface Bench {
  question: string;
  run(options: BenchOptions): Promise<Omit<Report, 'bench' | 'question'>>;
}

export interface BenchOptions {
  /** How long each single figure is measured, after its warm-up. */
  seconds: number;
  /** A file of messages to measure with in place of our own, where a bench reads messages. */
  file: string | undefined;
  /** Says on stderr what is being done. */
  progress: (doing: string) => void;
}

export const atLeast = (reach: number, unit: string, name: string, value: number): Target => ({
  name,
  unit,
  is: 'at least',
  reach,
  value,
  reached: value >= reach,
});

export const atMost = (reach: number, unit: string, name: string, value: number): Target => ({
  name,
  unit,
  is: 'at most',
  reach,
  value,
  reached: value <= reach,
});

/** The value of a row in a column over that of another row. */
export const times = (row: Row, other: Row, to = other.name, column = 0): Ratio => ({
  to,
  value: (row.values[column] ?? Number.NaN) / (other.values[column] ?? Number.NaN),
  column,
});
