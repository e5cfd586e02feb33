import { readFileSync } from 'node:fs';
import { interpret } from '../../src/core/nlu/interpret.ts';
import { understand } from '../../src/core/nlu/understanding.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { contextOf } from '../support/reading-context.ts';
import { trainNlpJs } from './nlp-js-peer.ts';
import { recognizersText } from './recognizers-peer.ts';

const WARM_UP_SECONDS = 2;
/** The quickest of so many windows counts: what else a machine does only ever slows a window down. */
const WINDOWS = 10;
const WINDOW_SECONDS = 0.5;
/** Messages between two looks at the clock. */
const AT_A_TIME = 20;
const TRIES = 30;
/** As many as a message may have. */
const LONGEST = 6_400;

const knowledge = loadKnowledge('knowledge');
const mind = understand(knowledge);
const context = contextOf();

/** One message a line of the given file, or the questions of our own knowledge. */
function messages(path: string | undefined): string[] {
  return path
    ? readFileSync(path, 'utf8').split('\n').filter(Boolean)
    : [...knowledge.faq.values()].flatMap(entry => entry.questions['zh-CN']);
}

/** Seconds that a processor has worked for us: what else runs on the machine counts less than on the clock. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Messages a second of one processor, after a warm-up. */
async function rateOf(read: (message: string) => unknown, texts: string[]): Promise<number> {
  let next = 0;
  await runFor(WARM_UP_SECONDS);
  let best = 0;
  for (let window = 0; window < WINDOWS; window++) best = Math.max(best, await runFor(WINDOW_SECONDS));
  return best;

  async function runFor(seconds: number): Promise<number> {
    const started = processorSeconds();
    let done = 0;
    while (processorSeconds() - started < seconds) {
      for (let count = 0; count < AT_A_TIME; count++, next = (next + 1) % texts.length) {
        const result = read(texts[next] ?? '');
        if (result instanceof Promise) await result;
      }
      done += AT_A_TIME;
    }
    return done / (processorSeconds() - started);
  }
}

const STORY =
  '我去年双十一在淘宝一家店买了件羽绒服，花了1299元，用花呗分了12期，收到以后发现跟图片完全不一样，' +
  '联系客服说不退不换。3月5号我又打了12315，电话里的人让我先找平台，订单号是2023111100001234567，到现在都没有人处理，' +
  '我该怎么办？能不能把钱退给我。';

/** What a long message may be made of: a story, and what costs careless readers time. */
const LONG_MESSAGES = {
  story: STORY,
  numerals: '一二三四',
  yuan: '元',
  last: '上',
  digits: '12345678901',
  blanks: ' ',
  negations: '不',
  brackets: '（(',
  questions: '吗？',
  commands: '转人工 ',
  dates: '去年3月',
  danger: '不想活',
};

/** Milliseconds of a processor for one message of so many units, the quickest of some. */
function millisecondsFor(part: string, length: number): number {
  const message = part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const times = Array.from({ length: TRIES }, () => {
    const started = processorSeconds();
    interpret(message, mind, context);
    return (processorSeconds() - started) * 1_000;
  });
  return Math.min(...times);
}

const [path] = process.argv.slice(2);
const texts = messages(path);
const someIntents = [...knowledge.faq.values()]
  .slice(0, 8)
  .map(({ id, questions }): [string, string[]] => [id, questions['zh-CN']]);

const ours = await rateOf(message => interpret(message, mind, context), texts);
const nlpJs = await rateOf(await trainNlpJs(someIntents), texts);
const recognizers = await rateOf(recognizersText(), texts);
const long = Object.entries(LONG_MESSAGES).map(([name, part]) => ({
  name,
  milliseconds: millisecondsFor(part, LONGEST),
  growth: millisecondsFor(part, LONGEST) / millisecondsFor(part, LONGEST / 2),
}));

const show = (rate: number): string => Math.round(rate).toLocaleString('en').padStart(8);
const hundredths = (value: number): number => Math.round(value * 100) / 100;
process.stdout.write(
  [
    `${texts.length} messages of ${path ?? 'our own knowledge'}; by seconds of one processor`,
    `interpret: all that a message says               ${show(ours)} messages/s   ${(1e6 / ours).toFixed(0)} µs each`,
    `nlp.js: intent of ${someIntents.length}, entities, sentiment          ${show(nlpJs)} messages/s   we are ${(ours / nlpJs).toFixed(0)} x`,
    `Recognizers-Text: values, all its Chinese models ${show(recognizers)} messages/s   we are ${(ours / recognizers).toFixed(0)} x`,
    '',
    `One message of ${LONGEST} characters: milliseconds, and growth from half the length (2 is linear)`,
    ...long.map(
      ({ name, milliseconds, growth }) =>
        `  ${name.padEnd(10)} ${milliseconds.toFixed(2).padStart(8)} ms   x ${growth.toFixed(1)}`,
    ),
    JSON.stringify({
      bench: 'nlu',
      unit: 'messages/s',
      interpret: Math.round(ours),
      nlpJs: Math.round(nlpJs),
      recognizersText: Math.round(recognizers),
      timesNlpJs: hundredths(ours / nlpJs),
      timesRecognizersText: hundredths(ours / recognizers),
      longMs: Object.fromEntries(long.map(({ name, milliseconds }) => [name, hundredths(milliseconds)])),
      longGrowth: Object.fromEntries(long.map(({ name, growth }) => [name, hundredths(growth)])),
    }),
    '',
  ].join('\n'),
);
