import { expect, test } from 'vitest';
import { thisMachine } from './measure/this-machine.ts';
import { htmlPage } from './report/html-page.ts';
import { printReport } from './report/print-report.ts';
import { atLeast, atMost, type Report, type Row, times } from './report/report.ts';

const ours: Row = { name: 'Parley <& friends>', is: 'ours', values: [3_000, 12] };
const peer: Row = { name: 'somebody else', is: 'peer', values: [1_500, 80] };
const report: Report = {
  bench: 'example',
  question: 'How fast?',
  tables: [
    {
      title: 'Turns',
      unit: 'turns/s',
      better: 'more',
      columns: ['all', 'some'],
      draw: 'bars',
      rows: [{ ...ours, ratios: [times(ours, peer)] }, peer],
    },
    { title: 'Waits', unit: 'ms', better: 'less', columns: ['all'], draw: 'lines', rows: [ours, peer] },
  ],
  targets: [atLeast(2_500, 'turns/s', 'quick', 3_000), atMost(50, 'ms', 'patient', 80)],
  notes: ['By the clock.'],
};

test('a report as text names figures, ratios and what was reached', () => {
  const lines = printReport(report).split('\n');
  expect(lines).toContainEqual(
    expect.stringMatching(/Parley <& friends> +3,000 +12\.0 +2\.00 x somebody else/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/quick +>= 2,500 turns\/s +3,000 +reached$/));
  expect(lines).toContainEqual(expect.stringMatching(/patient +<= 50 ms +80\.0 +NOT REACHED$/));
});

test('the page has every chart, loads nothing, and shows names as they are', () => {
  const page = htmlPage([report], thisMachine());
  expect(page.match(/<svg /g)).toHaveLength(report.tables.length);
  expect(page).toContain('1 of 2');
  expect(page).toContain('Parley &lt;&amp; friends&gt;');
  expect(page).not.toContain('<& friends>');
  expect(page).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\((?!#)|@import/);
});
