import { globSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../../src/core/dialogue/rules/index.ts';
import { BOT_PHRASES } from '../../../src/core/knowledge/phrases.ts';
import { mind } from '../../support/running.ts';
import { playTranscript, Transcript } from '../../support/transcript.ts';

afterAll(() => vi.restoreAllMocks());

test('every rule file is in the list', () => {
  const files = readdirSync('src/core/dialogue/rules').filter(
    file => !['index.ts', 'asked-answer.ts', 'amount-choice.ts'].includes(file),
  );
  expect(rules.map(rule => `${rule.name}.ts`).sort()).toEqual(files.sort());
});

test('safety comes before everything that fills in, answers or files', () => {
  const names = rules.map(rule => rule.name);
  for (const later of ['human', 'files', 'choose-type', 'fill', 'summary-stage', 'answer-question']) {
    expect(names.indexOf('safety')).toBeLessThan(names.indexOf(later));
  }
});

test('nothing comes before the silence while a mediator is there', () => {
  expect(rules[0]?.name).toBe('mediator-present');
});

test('every rule does something in some transcript', async () => {
  const acted = new Set<string>();
  for (const rule of rules) {
    const apply = rule.apply.bind(rule);
    vi.spyOn(rule, 'apply').mockImplementation(turn => {
      const before = turn.events.length + turn.replies.length;
      const result = apply(turn);
      if (turn.events.length + turn.replies.length > before) acted.add(rule.name);
      return result;
    });
  }
  for (const file of globSync('test/transcripts/*/*.yaml')) {
    for await (const step of playTranscript(Transcript.parse(parse(readFileSync(file, 'utf8'))), mind))
      void step;
  }
  expect(rules.map(rule => rule.name).filter(name => !acted.has(name))).toEqual([]);
});

test('every phrase is said somewhere', () => {
  const code = globSync('src/core/**/*.ts')
    .filter(file => !file.endsWith('knowledge/phrases.ts'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  const stems = [...code.matchAll(/`([a-z-]+-)\$\{/g)].map(match => match[1] ?? '');
  const unsaid = Object.keys(BOT_PHRASES).filter(
    key => !code.includes(`'${key}'`) && !stems.some(stem => key.startsWith(stem)),
  );
  expect(unsaid).toEqual([]);
});
