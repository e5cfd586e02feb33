import { interpret } from '../../src/core/nlu/interpret.ts';
import { type Understanding, understand } from '../../src/core/nlu/understanding.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { contextOf } from '../support/reading-context.ts';
import { processorSeconds } from './measure/processor.ts';
import { inCircle, rateOf } from './measure/rate.ts';
import { messagesOf } from './messages-of.ts';
import { trainNlpJs } from './peers/nlp-js.ts';
import { recognizersText } from './peers/recognizers-text.ts';
import { type Bench, times, type Row } from './report/report.ts';

/** Messages between two looks at the clock. */
const AT_A_TIME = 20;
const INTENTS = 8;
const TRIES = 30;
/** As many characters as a message may have. */
const LONGEST = 6_400;

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

/** Milliseconds of a processor for one message of so many characters, the quickest of some. */
function millisecondsFor(part: string, length: number, mind: Understanding): number {
  const message = part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const times = Array.from({ length: TRIES }, () => {
    const started = processorSeconds();
    interpret(message, mind, contextOf());
    return (processorSeconds() - started) * 1_000;
  });
  return Math.min(...times);
}

function longRow([name, part]: [string, string], mind: Understanding): Row {
  const whole = millisecondsFor(part, LONGEST, mind);
  const half = millisecondsFor(part, LONGEST / 2, mind);
  return {
    name,
    is: 'ours',
    values: [whole, half],
    ratios: [{ to: 'half the length', value: whole / half }],
  };
}

export const bench: Bench = {
  question: 'How many messages a second does one core read, with all that they say?',
  async run({ seconds, file, progress }) {
    const knowledge = loadKnowledge('knowledge');
    const mind = understand(knowledge);
    const texts = messagesOf(file, knowledge);
    const intents = [...knowledge.faq.values()]
      .slice(0, INTENTS)
      .map(({ id, questions }): [string, string[]] => [id, questions['zh-CN']]);
    const messagesPerSecond = (read: (message: string) => unknown): Promise<number> =>
      rateOf(inCircle(texts, AT_A_TIME, read), seconds);

    progress('our own reading');
    const context = contextOf();
    const ours: Row = {
      name: 'Parley: all that a message says',
      is: 'ours',
      values: [await messagesPerSecond(message => interpret(message, mind, context))],
    };
    progress('nlp.js');
    const nlpJs: Row = {
      name: `nlp.js: intent of ${INTENTS}, entities, sentiment`,
      is: 'peer',
      values: [await messagesPerSecond(await trainNlpJs(intents))],
    };
    progress('Recognizers-Text');
    const recognizers: Row = {
      name: 'Recognizers-Text: values, all Chinese models',
      is: 'peer',
      values: [await messagesPerSecond(recognizersText())],
    };
    progress('long and hostile messages');
    return {
      tables: [
        {
          title: 'Messages a second',
          unit: 'messages/s',
          better: 'more',
          columns: ['messages/s'],
          draw: 'bars',
          scale: 'log',
          rows: [
            { ...ours, ratios: [times(ours, nlpJs, 'nlp.js'), times(ours, recognizers, 'Recognizers-Text')] },
            nlpJs,
            recognizers,
          ],
        },
        {
          title: `One message of ${LONGEST} characters`,
          unit: 'ms',
          better: 'less',
          columns: ['whole', 'half as long'],
          draw: 'bars',
          rows: Object.entries(LONG_MESSAGES).map(entry => longRow(entry, mind)),
        },
      ],
      targets: [],
      notes: [
        `${texts.length} messages of ${file ?? 'our own knowledge'}, by seconds of a processor, the best of some windows.`,
        'Twice the length should take twice the time: a ratio far above 2 would let one message stop all others.',
      ],
    };
  },
};
