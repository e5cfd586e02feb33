import { init } from 'echarts';
import { shown } from './print-report.ts';
import type { Row, Table } from './report.ts';

const WIDTH = 900;
const LINES_HEIGHT = 300;
/** Pixels of one bar, of the space between two rows, and of what stands above and below them all. */
const BAR = 20;
const GAP = 14;
const MARGIN = 46;
/** Pixels of one character at most: nobody measures text here, so what a name needs is reckoned. */
const CHARACTER = 7.2;
/** Columns are told apart by how strong the colour of the row is, in a curve by a colour of its own. */
const STRENGTHS = [100, 55, 35];

/** Colours are names that the page gives a value, one for its light and one for its dark look. */
const INK = 'var(--ink)';
const FAINT = 'var(--faint)';
const COLOUR: Record<Row['is'], string> = {
  ours: 'var(--ours)',
  peer: 'var(--peer)',
  ceiling: 'var(--ceiling)',
};
const CURVES = ['var(--ours)', 'var(--ceiling)', 'var(--other)', 'var(--peer)'];

/** The table as an SVG that needs nothing but the page's colours. */
export function chartOf(table: Table): string {
  const isBars = table.draw === 'bars';
  const height = isBars ? barsHeight(table) : LINES_HEIGHT;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'inherit', color: INK },
    legend: {
      show: table.columns.length > 1,
      top: 0,
      itemGap: 30,
      textStyle: { color: INK },
    },
    ...(isBars ? bars(table) : lines(table)),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const barsHeight = ({ rows, columns }: Table): number =>
  rows.length * (columns.length * BAR + GAP) + MARGIN + 6 + (columns.length > 1 ? GAP * 2 : 0);

const widestLabel = ({ rows, columns }: Table): number =>
  Math.max(...rows.flatMap(row => columns.map((_, at) => labelOf(row, at).length)));

const widestName = ({ rows }: Table): number => Math.max(...rows.map(({ name }) => name.length)) + 2;

const valueAxis = ({ unit, scale }: Table) => ({
  type: scale ?? 'value',
  name: unit,
  nameLocation: 'middle',
  nameGap: 30,
  nameTextStyle: { color: INK },
  axisLabel: { color: INK, formatter: (value: number) => value.toLocaleString('en') },
  splitLine: { lineStyle: { color: FAINT } },
});

const categoryAxis = (rows: Row[]) => ({
  type: 'category',
  data: rows.map(({ name }) => name),
  axisLabel: { color: INK, interval: 0 },
  axisLine: { lineStyle: { color: FAINT } },
  axisTick: { show: false },
});

/** Mixed with the page's ground rather than made transparent, which the labels would be as well. */
const strengthOf = (colour: string, at: number): string =>
  `color-mix(in srgb, ${colour} ${STRENGTHS[at % STRENGTHS.length]}%, var(--card))`;

function bars(table: Table) {
  return {
    grid: {
      left: widestName(table) * CHARACTER,
      right: widestLabel(table) * CHARACTER,
      top: table.columns.length > 1 ? 34 : 6,
      bottom: 44,
    },
    xAxis: valueAxis(table),
    yAxis: { ...categoryAxis(table.rows), inverse: true },
    series: table.columns.map((name, at) => ({
      name,
      type: 'bar',
      barWidth: BAR - 4,
      barGap: '25%',
      itemStyle: { color: strengthOf(COLOUR.ours, at) },
      data: table.rows.map(row => ({
        value: row.values[at],
        itemStyle: { color: strengthOf(COLOUR[row.is], at), borderRadius: [0, 3, 3, 0] },
        label: { show: true, position: 'right', color: INK, formatter: labelOf(row, at) },
      })),
    })),
  };
}

function labelOf({ values, ratios = [] }: Row, at: number): string {
  const beside = ratios
    .filter(({ column = 0 }) => column === at)
    .map(({ value, to }) => ` · ${shown(value)} × ${to}`)
    .join('');
  return `${shown(values[at] ?? Number.NaN)}${beside}`;
}

function lines(table: Table) {
  return {
    grid: { left: 80, right: 24, top: 40, bottom: 30 },
    xAxis: categoryAxis(table.rows),
    yAxis: { ...valueAxis(table), nameGap: 52 },
    series: table.columns.map((name, at) => ({
      name,
      type: 'line',
      symbol: 'circle',
      symbolSize: 7,
      lineStyle: { color: CURVES[at % CURVES.length], width: 2 },
      itemStyle: { color: CURVES[at % CURVES.length] },
      data: table.rows.map(({ values }) => values[at]),
    })),
  };
}
