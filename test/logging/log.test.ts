import { describe, expect, test } from 'vitest';
import { errorKind } from '../../src/logging/error-kind.ts';
import { errorReports } from '../../src/logging/error-reports.ts';
import { openLog } from '../../src/logging/log.ts';
import { COUNTED } from '../../src/metrics/metrics.ts';
import { prometheusMetrics } from '../../src/metrics/prometheus/prometheus-metrics.ts';

/** What nobody but the person and the mediators may read. */
const TELLING = {
  name: '王小明',
  foreignName: 'Li Xiaoming',
  phone: '13812345678',
  spacedPhone: '138 1234 5678',
  order: '2026110322001498761234567890',
  card: '6222 0212 3456 7890',
  mail: 'li.wei@example.com',
  token: 'qX7f3-vL0aTz9_KdWm2RbEoYp4Ns8HcU1JgVi6tQrAs',
  conversation: 'V1StGXR8_Z5jdHi6B-myT',
};

function kept(isPretty = false) {
  const lines: string[] = [];
  const log = openLog({ level: 'info', isPretty, output: { write: line => lines.push(line) } });
  return { lines, log };
}

const badJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
};

describe('an error in the log', () => {
  test.each([
    ['in its message', () => new Error(`no case of ${TELLING.name}, ${TELLING.phone}, ${TELLING.mail}`)],
    ['in quotes', () => new Error(`cannot read "${TELLING.foreignName}" of '${TELLING.spacedPhone}'`)],
    ['in its numbers', () => new Error(`order ${TELLING.order} card ${TELLING.card}`)],
    ['in its ids', () => new Error(`there is no conversation ${TELLING.conversation} for ${TELLING.token}`)],
    ['in its cause', () => new Error('failed', { cause: new Error(`sent by ${TELLING.name}`) })],
    ['in its properties', () => Object.assign(new Error('failed'), { input: TELLING, path: TELLING.name })],
    ['in what JSON.parse says', () => badJson(`${TELLING.name} ${TELLING.foreignName} ${TELLING.phone}`)],
    [
      'in its stack',
      () => Object.assign(new Error('failed'), { stack: `Error: ${TELLING.token}\n    at ${TELLING.name}` }),
    ],
    ['as a string', () => `${TELLING.name} ${TELLING.phone}`],
  ])('tells of nobody, whoever stands %s', (_, make) => {
    for (const isPretty of [false, true]) {
      const { lines, log } = kept(isPretty);
      const metrics = prometheusMetrics();
      errorReports(log, metrics)(make());
      expect(lines).toHaveLength(1);
      for (const secret of Object.values(TELLING)) expect(lines.join('')).not.toContain(secret);
    }
  });

  test('says what happened and where, as one JSON object on a line', () => {
    const { lines, log } = kept();
    const full = Object.assign(new Error('database or disk is full'), {
      code: 'ERR_SQLITE_ERROR',
      errcode: 13,
    });
    errorReports(log, prometheusMetrics())(full);
    expect(lines[0]?.split('\n')).toHaveLength(2);
    const line = JSON.parse(lines[0] ?? '') as {
      level: string;
      time: string;
      error: Record<string, unknown>;
    };
    expect([line.level, Date.parse(line.time) > 0]).toEqual(['error', true]);
    expect(line.error).toMatchObject({
      type: 'Error',
      message: 'database or disk is full',
      code: 'ERR_SQLITE_ERROR',
      errcode: 13,
    });
    expect(line.error['at']).toContainEqual(expect.stringContaining('log.test.ts'));
  });

  test('that comes a thousand times is counted a thousand times and written once', async () => {
    const { lines, log } = kept();
    const metrics = prometheusMetrics();
    const report = errorReports(log, metrics);
    for (let count = 0; count < 1_000; count++)
      report(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
    report(new Error('another one'));
    expect(lines).toHaveLength(2);
    const { text } = await metrics.page();
    expect(text).toContain('parley_errors_total{kind="disk"} 1000');
    expect(text).toContain('parley_errors_total{kind="other"} 1');
  });

  test.each([
    null,
    undefined,
    7,
    {},
    Symbol('x'),
    new AggregateError([new Error('a')], 'b'),
  ])('may be anything: %s', thrown => {
    const { lines, log } = kept();
    errorReports(log, prometheusMetrics())(thrown);
    expect(lines).toHaveLength(1);
    expect(COUNTED.errors).toContain(errorKind(thrown));
  });
});

test('a secret that comes to stand in a line is not written', () => {
  const { lines, log } = kept();
  log.info('stopping', { token: TELLING.token, conversation: TELLING.conversation, name: TELLING.name });
  for (const secret of Object.values(TELLING)) expect(lines.join('')).not.toContain(secret);
});

test('a level keeps what is below it out', () => {
  const lines: string[] = [];
  const log = openLog({ level: 'error', isPretty: false, output: { write: line => lines.push(line) } });
  log.info('ready');
  log.warn('careful');
  log.error(new Error('failed'), 0);
  expect(lines).toHaveLength(1);
});
