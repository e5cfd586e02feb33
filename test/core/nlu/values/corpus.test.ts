import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../../src/core/knowledge/localized.ts';
import type { SlotDefinition } from '../../../../src/core/knowledge/negotiation.ts';
import type { SlotKind } from '../../../../src/core/knowledge/value.ts';
import type { ReadingContext } from '../../../../src/core/nlu/values/recogniser.ts';
import { recognise } from '../../../../src/core/nlu/values/recognise.ts';
import { CORPORA } from '../../../corpus/corpora.ts';
import { NOW, ZONE } from '../../../corpus/corpus.ts';

const both = { 'zh-CN': '-', en: '-' };
const slotOf = (kind: SlotKind): SlotDefinition => ({
  id: 'asked',
  kind,
  label: both,
  question: both,
  why: both,
  examples: { 'zh-CN': [], en: [] },
  required: false,
  prefers: 'past',
  sensitive: false,
});

describe.each(LANGUAGES)('sayings in %s', language => {
  describe.each(CORPORA[language])('$kind', ({ kind, said, answers, unclear, none }) => {
    const read = (saying: string, asked: SlotKind | null) => {
      const context: ReadingContext = {
        language,
        now: NOW,
        zone: ZONE,
        asked: asked && slotOf(asked),
        prefers: 'past',
      };
      const found = recognise(saying, context);
      for (const one of found) expect(one.words).toBe(saying.slice(one.start, one.end));
      return found.filter(one => one.kind === kind).map(one => one.candidates);
    };
    const cases = (meanings: typeof said) =>
      meanings.flatMap(({ value, sayings }) => sayings.map(saying => ({ saying, value })));

    test.each(cases(said))('«$saying»', ({ saying, value }) => {
      expect(read(saying, null)).toEqual([[expect.objectContaining(value)]]);
    });
    test.each(cases(answers))('in answer «$saying»', ({ saying, value }) => {
      expect(read(saying, kind)).toEqual([[expect.objectContaining(value)]]);
    });
    test.each(unclear)('«%s» is asked back', saying => {
      const [candidates, ...others] = read(saying, kind);
      expect(others).toEqual([]);
      expect(candidates?.length).toBeGreaterThan(1);
    });
    test.each(none)('«%s» has none', saying => {
      expect(read(saying, null)).toEqual([]);
    });
  });
});
