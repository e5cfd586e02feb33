import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useMe } from '../api/use-session.ts';
import { useIsDark } from '../frame/use-is-dark.ts';
import { chartColours } from './chart-colours.ts';
import { chartOptions, type Drawn } from './chart-options.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** A picture of numbers that stand in a table as well; whoever does not see it is told its name alone. */
export function Chart({ drawn, label }: { drawn: Drawn; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const isDark = useIsDark(useMe().theme);

  useEffect(() => {
    if (!place.current) return;
    const made = init(place.current, null, { renderer: 'svg' });
    chart.current = made;
    const fitting = new ResizeObserver(() => made.resize());
    fitting.observe(place.current);
    return () => {
      fitting.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(chartOptions(drawn, chartColours(isDark)), true);
  }, [drawn, isDark]);

  return <div ref={place} className="chart" role="img" aria-label={label} />;
}
