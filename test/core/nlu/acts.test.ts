import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LEXICON_ACTS, type LexiconAct } from '../../../src/core/knowledge/lexicon.ts';
import { actsOf } from '../../../src/core/nlu/acts.ts';
import { interpret } from '../../../src/core/nlu/interpret.ts';
import { contextOf } from '../../support/reading-context.ts';
import { mind } from '../../support/running.ts';

const Corpus = z.partialRecord(
  z.enum(LEXICON_ACTS),
  z.strictObject({ said: z.array(z.string()), unseen: z.array(z.string()), none: z.array(z.string()) }),
);
const corpus = Corpus.parse(load(readFileSync('test/corpus/acts.yaml', 'utf8')));
const acts = Object.entries(corpus) as [LexiconAct, NonNullable<(typeof corpus)[LexiconAct]>][];

const read = (saying: string) => interpret(saying, mind.understanding, contextOf());
const does = (saying: string, act: LexiconAct): boolean => read(saying).acts.some(one => one.act === act);

describe('what is done to the talk', () => {
  test.each(acts)('%s is heard in each saying of it, and in nothing else', (act, { said, none }) => {
    expect(said.filter(saying => !does(saying, act))).toEqual([]);
    expect(none.filter(saying => does(saying, act))).toEqual([]);
  });

  test('nine of ten sayings that were not worked on are heard', () => {
    const unseen = acts.flatMap(([act, { unseen }]) => unseen.map(saying => does(saying, act)));
    expect(unseen.length).toBeGreaterThan(140);
    expect(unseen.filter(Boolean).length / unseen.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('all acts of a message', () => {
  const shown = (saying: string): string[] => actsOf(read(saying)).map(({ act }) => act);

  test('stand in the order in which they are said', () => {
    expect(shown('谢谢，不对，是1399，能退吗')).toEqual(['thanks', 'correct', 'ask']);
    expect(shown('去年双十一花了1299块9，可以打12315吗')).toEqual(['inform', 'inform', 'ask']);
  });

  test('begin with danger', () => {
    expect(shown('花呗欠了35000元，不想活了')[0]).toBe('distress');
  });

  test('leave out what is denied', () => {
    expect(shown('我没说要退款')).not.toContain('choose');
  });

  test('say that there is no answer, and why', () => {
    expect(actsOf(read('记不清了'))).toEqual([{ act: 'unsure', reason: 'forgotten', start: 0, end: 4 }]);
  });
});
