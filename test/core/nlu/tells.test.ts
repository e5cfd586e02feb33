import { describe, expect, test } from 'vitest';
import { scoreTypes } from '../../../src/core/nlu/score-types.ts';
import { byConcepts, weighTells } from '../../../src/core/nlu/tells.ts';
import { interpret } from '../../../src/core/nlu/interpret.ts';
import { contextOf } from '../../support/reading-context.ts';
import { mind } from '../../support/running.ts';

const tell = (negotiation: string, weight: number, ...concepts: string[]) => ({
  negotiation,
  weight,
  concepts,
});
const tells = byConcepts([
  tell('trade', 3, 'bought', 'broken'),
  tell('trade', 1, 'gone'),
  tell('trade', 2, 'broken', 'gone'),
  tell('service', 2, 'rude', 'rude'),
]);

/** Concepts, each one at a place of its own. */
const happened = (...concepts: string[]) =>
  concepts.map((concept, at) => ({ concept, start: at * 2, end: at * 2 + 1 }));

describe('what happened', () => {
  test.each([
    ['one concept of two tells nothing', ['bought'], {}],
    ['two that belong together tell', ['broken', 'bought'], { trade: 3 }],
    [
      'a further concept counts for a little, a tell whose concepts are counted for nothing',
      ['bought', 'broken', 'gone'],
      { trade: 4 },
    ],
    ['a concept that is needed twice has to be found twice', ['rude'], {}],
    ['at two places it is', ['rude', 'rude'], { service: 2 }],
  ])('%s', (_, concepts, expected) => {
    expect(Object.fromEntries(weighTells(happened(...concepts), tells))).toEqual(expected);
  });

  test('places that overlap are one', () => {
    const overlapping = [
      { concept: 'rude', start: 0, end: 3 },
      { concept: 'rude', start: 2, end: 5 },
    ];
    expect(weighTells(overlapping, tells).size).toBe(0);
  });
});

describe('how likely a type is', () => {
  const evidence = { triggers: [], happenings: happened('bought', 'broken'), elsewhere: [] };

  test('falls with what shows that the message is about something else', () => {
    const [alone] = scoreTypes(evidence, tells);
    const [beside] = scoreTypes({ ...evidence, elsewhere: [{ start: 9 }] }, tells);
    expect(alone?.confidence).toBeGreaterThan(beside?.confidence ?? 1);
  });

  test('is shared between the types that are told of', () => {
    const types = scoreTypes(
      { ...evidence, happenings: happened('bought', 'broken', 'rude', 'rude') },
      tells,
    );
    expect(types.map(type => type.negotiation)).toEqual(['trade', 'service']);
    expect(types.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThan(1);
  });
});

describe('a negation takes back what happened', () => {
  const typesOf = (text: string) => interpret(text, mind.understanding, contextOf()).types;
  test.each([
    ['鞋是网上买的，穿两天就开胶了', '鞋没买，也没开胶'],
    ['i bought a kettle and it leaks', 'i never bought a kettle'],
  ])('%s, not %s', (happens, doesNot) => {
    expect(typesOf(happens)[0]).toMatchObject({ negotiation: 'trade' });
    expect(typesOf(doesNot)[0]?.score ?? 0).toBeLessThan(typesOf(happens)[0]?.score ?? 0);
  });
});
