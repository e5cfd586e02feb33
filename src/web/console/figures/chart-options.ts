import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './chart-colours.ts';

/** What is drawn: numbers by day, as lines or as bars, or by name, the largest on top. */
export type Drawn =
  | { as: 'lines' | 'bars'; days: readonly string[]; series: readonly Series[]; unit?: string }
  | { as: 'ranking'; counts: readonly (readonly [name: string, count: number])[] };

export interface Series {
  name: string;
  /** One a day; null where there is none. */
  values: readonly (number | null)[];
}

const TYPES = ['solid', 'dashed', 'dotted'] as const;
const SYMBOLS = ['circle', 'triangle', 'rect'] as const;
/** So many marks can stand side by side. */
const MOST_MARKS = 31;

/** Pixels for names; what is longer is cut short, and stands whole in the table. */
const NAMES = 160;

/** Month and day, without what is the same in all. */
const short = (day: string): string => day.slice(5);

export function chartOptions(drawn: Drawn, colours: ChartColours): EChartsCoreOption {
  const common = {
    animation: false,
    color: [...colours.series],
    textStyle: { fontFamily: 'inherit', color: colours.text },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.text },
    },
  };
  return drawn.as === 'ranking'
    ? { ...common, ...ranking(drawn.counts, colours) }
    : { ...common, ...byDay(drawn, colours) };
}

function byDay(
  { as, days, series, unit }: Extract<Drawn, { days: unknown }>,
  { text, quiet, line }: ChartColours,
): EChartsCoreOption {
  return {
    grid: { left: 44, right: 16, top: 40, bottom: 28 },
    legend: { show: series.length > 1, top: 4, itemGap: 20, textStyle: { color: text } },
    xAxis: {
      type: 'category',
      data: days.map(short),
      axisLabel: { color: quiet, hideOverlap: true },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'value',
      name: unit ?? '',
      nameTextStyle: { color: quiet, align: 'left' },
      ...(unit === undefined ? { minInterval: 1 } : {}),
      axisLabel: { color: quiet },
      splitLine: { lineStyle: { color: line } },
    },
    series: series.map(({ name, values }, at) => ({
      name,
      data: [...values],
      ...(as === 'bars'
        ? { type: 'bar', barMaxWidth: 24 }
        : {
            type: 'line',
            symbol: SYMBOLS[at % SYMBOLS.length],
            symbolSize: 7,
            showSymbol: days.length <= MOST_MARKS,
            lineStyle: { type: TYPES[at % TYPES.length], width: 2 },
          }),
    })),
  };
}

function ranking(
  counts: readonly (readonly [string, number])[],
  { text, quiet, line }: ChartColours,
): EChartsCoreOption {
  // The axis counts from below.
  const shown = counts.toReversed();
  return {
    grid: { left: NAMES, right: 40, top: 8, bottom: 28 },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: quiet },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      data: shown.map(([name]) => name),
      axisLabel: { color: text, width: NAMES - 14, overflow: 'truncate' },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 22,
        data: shown.map(([, count]) => count),
        label: { show: true, position: 'right', color: text },
      },
    ],
  };
}
