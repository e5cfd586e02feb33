import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SAFETY_KINDS, type SafetyKind, SafetySayings } from '../../../src/core/knowledge/lexicon.ts';
import { LANGUAGES, type Language } from '../../../src/core/knowledge/localized.ts';
import { normalize } from '../../../src/core/language/normalize.ts';
import { plainText } from '../../../src/core/nlu/plain-text.ts';
import { SafetyReader } from '../../../src/core/nlu/safety-reader.ts';
import { interpret } from '../../../src/core/nlu/interpret.ts';
import { understand } from '../../../src/core/nlu/understanding.ts';
import { loadKnowledge } from '../../../src/runtime/load-knowledge.ts';
import { contextOf } from '../../support/reading-context.ts';

const Sentences = z.strictObject({
  said: z.array(z.string()).min(1),
  heldOut: z.array(z.string()).min(1),
  not: z.array(z.string()).min(1),
});
const Corpus = z.record(
  z.enum(SAFETY_KINDS).exclude(['secret']),
  z.strictObject({ 'zh-CN': Sentences, en: Sentences }),
);
const corpus = Corpus.parse(parse(readFileSync('test/corpus/safety.yaml', 'utf8')));
const mind = understand(loadKnowledge('knowledge'));

const raises = (kind: SafetyKind, sentence: string): boolean =>
  interpret(sentence, mind, contextOf()).safety.includes(kind);

/** Recall asked for. A missed cry is worse than any other miss. */
const LEAST = { distress: { said: 1, heldOut: 0.95 }, other: { said: 0.95, heldOut: 0.85 } };

describe.each(
  Object.entries(corpus) as [SafetyKind, Record<Language, z.infer<typeof Sentences>>][],
)('%s', (kind, sentences) => {
  describe.each(LANGUAGES)('in %s', language => {
    const { said, heldOut, not } = sentences[language];
    const least = kind === 'distress' ? LEAST.distress : LEAST.other;

    test.each(['said', 'heldOut'] as const)('is heard: %s', list => {
      const all = list === 'said' ? said : heldOut;
      const missed = all.filter(sentence => !raises(kind, sentence));
      expect(1 - missed.length / all.length, missed.join(' | ')).toBeGreaterThanOrEqual(least[list]);
    });

    test('is not heard where it only sounds like it', () => {
      expect(not.filter(sentence => raises(kind, sentence))).toEqual([]);
    });
  });
});

describe('a pattern', () => {
  const reads = (sayings: z.input<typeof SafetySayings>, text: string): boolean => {
    const reader = new SafetyReader();
    reader.add('distress', SafetySayings.parse(sayings));
    return reader.read(normalize(text), normalize(text)).includes('distress');
  };

  test.each([
    [['不想(再|)活'], '我不想再活了', true],
    [['不想(再|)活'], '不 想 活', true],
    [['不想(再|)活'], '不想，活', false],
    [['死了…债'], '我死了以后那些债', true],
    [['死了…债'], '死了。还有债', false],
    [['死了…债'], '死了这件事情跟他们说的那些债', false],
    [["don't want to live"], 'I DONT want  to live', true],
    [["don't want to live"], 'I don’t want to... live', true],
    [['kms'], 'skms', false],
    [['(want|wanna) (to |)die'], 'i wanna die', true],
    [['(want|wanna) (to |)die'], 'i want todie', false],
  ])('%s in %s: %s', (within, text, expected) => {
    expect(reads({ within }, text)).toBe(expected);
  });

  test('is taken back by a longer one around it, and by nothing beside it', () => {
    const sayings = { within: ['想死'], not: ['想死你'] };
    expect(reads(sayings, '想死你了')).toBe(false);
    expect(reads(sayings, '想死你了，也想死')).toBe(true);
  });

  test('told as past counts only where it goes on', () => {
    const sayings = { within: ['共享屏幕'], past: ['去年'], now: ['现在'] };
    expect(reads(sayings, '去年有人让我共享屏幕')).toBe(false);
    expect(reads(sayings, '去年那个人现在又让我共享屏幕')).toBe(true);
  });

  test.each(['…死', '死…', '(死', '死|活', '(死)', '(a|b|c|d|e|f|g|h)'.repeat(4)])('%s is none', pattern => {
    expect(SafetySayings.safeParse({ within: [pattern] }).success).toBe(false);
  });
});

test('marks go, words and clauses stay', () => {
  expect(plainText("自.杀 *了*，i can't  go-on. k.m.s")).toBe('自杀了\ni cant go on\nk m s');
});

test('hostile text takes no longer than its length', () => {
  const time = (text: string): number => {
    const start = performance.now();
    mind.safety.read(text, text);
    return performance.now() - start;
  };
  for (const part of ['我', '我死了', '想死你', '气死了', '让我转账', '帮我编', 'i want to ', '，', '(']) {
    time(part.repeat(500));
    expect(time(part.repeat(20_000)), part).toBeLessThan(2_000);
  }
});
