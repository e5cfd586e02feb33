import { expect, test } from 'vitest';
import { statsOf } from '../../../src/core/desk/stats-of.ts';
import { statsRows } from '../../../src/core/desk/stats-rows.ts';
import { csvOf } from '../../../src/server/console/csv.ts';

test('a table is UTF-8 with a byte order mark, and quotes what it has to', () => {
  expect(
    csvOf(
      [
        ['问题', '怎么办？"急", 快'],
        ['n', -3, null],
      ].map(row => [...row]),
    ),
  ).toBe('\uFEFF问题,"怎么办？""急"", 快"\r\nn,-3,\r\n');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
])('a text such as %j is no formula', text =>
  expect(
    csvOf([[text]])
      .replace(/^\uFEFF"?/, '')
      .startsWith("'"),
  ).toBe(true));

test('the numbers of a day without facts are rows of zeros and blanks', () => {
  const range = {
    from: '2026-11-25',
    to: '2026-11-25',
    zone: 'Asia/Shanghai',
    now: '2026-11-26T00:00:00.000Z',
  };
  const lines = csvOf(statsRows(statsOf([], range), { waitingNow: 0, unanswered: [] })).split('\r\n');
  expect(lines[0]).toBe('\uFEFFwhat,of,value');
  expect(lines).toContain('arrivals,2026-11-25,0');
  expect(lines).toContain('first-response,median-ms,');
});
