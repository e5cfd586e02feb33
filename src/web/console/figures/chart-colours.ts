/** Colours that are told apart on a light and on a dark ground, also by those who see few; series differ in form as well. */
export interface ChartColours {
  series: readonly [string, string, string];
  text: string;
  quiet: string;
  line: string;
  ground: string;
}

export const chartColours = (isDark: boolean): ChartColours =>
  isDark
    ? {
        series: ['#63c2bb', '#f0a35e', '#9fb4ff'],
        text: '#e6eeee',
        quiet: '#a3b5b8',
        line: '#2c3b3f',
        ground: '#1b272a',
      }
    : {
        series: ['#0b6666', '#b45309', '#3f51b5'],
        text: '#16262a',
        quiet: '#51646a',
        line: '#d5e0e0',
        ground: '#ffffff',
      };
