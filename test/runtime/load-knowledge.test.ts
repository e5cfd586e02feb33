import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { KnowledgeError, loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { KnowledgeCopy } from '../support/knowledge-copy.ts';

let copy: KnowledgeCopy;

beforeEach(() => {
  copy = new KnowledgeCopy();
});

afterEach(() => copy.remove());

const read: KnowledgeCopy['read'] = file => copy.read(file);
const write: KnowledgeCopy['write'] = (file, text) => copy.write(file, text);
const plant: KnowledgeCopy['plant'] = (file, from, to) => copy.plant(file, from, to);
const set: KnowledgeCopy['set'] = (file, path, value) => copy.set(file, path, value);
const lineOf: KnowledgeCopy['lineOf'] = (file, words) => copy.lineOf(file, words);

function problems(): string[] {
  try {
    loadKnowledge(copy.folder);
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
  return [];
}

describe('the knowledge of the project', () => {
  const knowledge = loadKnowledge('knowledge');

  test('has every part', () => {
    expect(knowledge.version).toMatch(/^[0-9a-f]{64}$/);
    expect([...knowledge.negotiations.keys()]).toEqual(['trade', 'service', 'rights', 'repayment']);
    expect(knowledge.faq.size).toBeGreaterThanOrEqual(12);
    expect(knowledge.authorities.get('nfra')?.phone).toBe('12378');
    expect(knowledge.routes.length).toBeGreaterThan(0);
    for (const part of [knowledge.lexicon, knowledge.phrases])
      expect(Object.keys(part)).toEqual(['zh-CN', 'en']);
  });

  test('has shared slots taken in, with the type’s own wording on top', () => {
    const shared = parse(read('slots.yaml')) as { id: string; question: object; why: object; kind: string }[];
    const original = shared.find(slot => slot.id === 'what-happened');
    const taken = knowledge.negotiations.get('trade')?.slots[0];
    expect(taken).toMatchObject({ id: 'what-happened', kind: original?.kind, why: original?.why });
    expect(taken?.question).not.toEqual(original?.question);
  });

  test('has a version that follows names and contents, and nothing else', () => {
    expect(loadKnowledge(copy.folder).version).toBe(knowledge.version);
    write('rules.yaml', `${read('rules.yaml')}\n# a remark\n`);
    expect(loadKnowledge(copy.folder).version).not.toBe(knowledge.version);
  });
});

describe('a fault in one file', () => {
  test('a missing translation is named with its path, on the line of what it is missing from', () => {
    plant(
      'negotiations/trade.yaml',
      '    question:\n      zh-CN: 最主要的问题是哪一种？\n      en: Which of these is the main problem?',
      '    question:\n      zh-CN: 最主要的问题是哪一种？',
    );
    const line = lineOf('negotiations/trade.yaml', '最主要的问题是哪一种') - 1;
    expect(problems()).toEqual([
      `knowledge/negotiations/trade.yaml:${line}: slots[1].question.en is missing`,
    ]);
  });

  test('an unknown key is named where it stands', () => {
    plant(
      'negotiations/trade.yaml',
      '    kind: choice\n    required: true',
      '    kind: choice\n    requird: true',
    );
    const line = lineOf('negotiations/trade.yaml', 'requird');
    expect(problems()).toEqual([
      `knowledge/negotiations/trade.yaml:${line}: slots[1].requird is not a known key`,
    ]);
  });

  test('a shared slot with a mistyped key is read as what it was meant to be', () => {
    plant(
      'negotiations/trade.yaml',
      '  - use: what-happened\n',
      '  - use: what-happened\n    questoin: { zh-CN: 问, en: ask }\n',
    );
    expect(problems()).toEqual([
      expect.stringMatching(/trade\.yaml:\d+: slots\[0\]\.questoin is not a known key$/),
    ]);
  });

  test('a condition with a value that is no list', () => {
    set('routes.yaml', [0, 'when'], { slot: 'situation', is: 'scammed' });
    expect(problems()).toEqual([
      expect.stringMatching(
        /^knowledge\/routes\.yaml:\d+: \[0\]\.when\.is is "scammed", but has to be a list$/,
      ),
    ]);
  });

  test('faults of syntax', () => {
    const lines = read('slots.yaml').split('\n').length;
    write('slots.yaml', `${read('slots.yaml')}\n- id: [\n`);
    const found = problems();
    expect(found[0]).toMatch(/^knowledge\/slots\.yaml:\d+: not valid YAML: /);
    expect(Number(/:(\d+):/.exec(found[0] ?? '')?.[1])).toBeGreaterThanOrEqual(lines);
  });

  test('the same key twice, of which YAML would silently keep one', () => {
    plant('authorities.yaml', '\n  scope:', '\n  name: { zh-CN: 二, en: two }\n  scope:');
    expect(problems()[0]).toMatch(
      /^knowledge\/authorities\.yaml:\d+: not valid YAML: Map keys must be unique/,
    );
  });

  test('a number where a text belongs', () => {
    plant('authorities.yaml', 'source: ', 'source: 2024 #');
    expect(problems()).toEqual([
      expect.stringMatching(/source is 2024, but has to be text; put it in quotes$/),
    ]);
  });

  test('an empty file, a missing file, a misplaced one, a wrong encoding, all in one list', () => {
    write('rules.yaml', '');
    rmSync(join(copy.folder, 'lexicon/en.yaml'));
    write('faq/extra.yml', 'id: extra');
    write('slots.yaml', Buffer.from([0x2d, 0x20, 0xc4, 0xe3]));
    const found = problems();
    expect(found).toContain('knowledge/lexicon/en.yaml: the file is missing');
    expect(found).toContain('knowledge/rules.yaml:1: the file is empty, but has to be a list');
    expect(found).toContain('knowledge/slots.yaml: the file is not UTF-8; save it as UTF-8');
    expect(found.some(line => line.startsWith('knowledge/faq/extra.yml'))).toBe(true);
  });

  test('a file named for another id', () => {
    renameSync(join(copy.folder, 'faq/12378-what.yaml'), join(copy.folder, 'faq/12378-wat.yaml'));
    expect(problems()).toEqual([
      'knowledge/faq/12378-wat.yaml:1: id is 12378-what, so the file has to be called 12378-what.yaml',
    ]);
  });

  test('a folder that is not there', () => {
    expect(() => loadKnowledge(join(copy.above, 'nowhere'))).toThrow(
      /the knowledge folder cannot be read \(ENOENT\)/,
    );
  });
});

describe('a fault between files', () => {
  test('a canned reply with a number, a parameter nobody fills, or an id twice is named', () => {
    plant('replies.yaml', '我是{receiver}的调解员{name}', '我是{receiver}的调解员{mediator}');
    expect(problems()).toEqual([
      expect.stringMatching(/replies\.yaml:\d+: \[0\]\.text\.zh-CN: unknown parameter \{mediator\}/),
    ]);
    plant('replies.yaml', '{mediator}', '{name}');
    plant('replies.yaml', '需要一些时间', '需要3天');
    plant('replies.yaml', 'id: closing', 'id: greeting');
    expect(problems()).toEqual([
      expect.stringMatching(/replies\.yaml:\d+: \[12\]\.text\.zh-CN spells 3天/),
      expect.stringMatching(/replies\.yaml:\d+: \[22\]: the id greeting is taken already/),
    ]);
  });

  test('a period from no day of its type, or of no length in whole days, is named', () => {
    plant('negotiations/service.yaml', '    from: complained-at', '    from: received-at');
    plant(
      'negotiations/service.yaml',
      'within: rule.pboc-answer.first',
      'within: rule.sensitive-data.child-age',
    );
    expect(problems().map(line => line.replace(/:\d+/, ''))).toEqual([
      'knowledge/negotiations/service.yaml: periods[0].from: service has no date slot received-at',
      'knowledge/negotiations/service.yaml: periods[1].within: rule.sensitive-data.child-age is no whole number of days, working days, months or years in rules.yaml',
    ]);
  });

  test.each<[string, string, (string | number)[], unknown, RegExp]>([
    [
      'use of an unknown slot',
      'negotiations/trade.yaml',
      ['slots', 0, 'use'],
      'what-hapened',
      /slots\[0\]\.use: slots\.yaml has no slot what-hapened/,
    ],
    [
      'a condition on an unknown slot',
      'negotiations/trade.yaml',
      ['slots', 1, 'when'],
      { slot: 'nothing', known: true },
      /slots\[1\]\.when\.slot: .*no type has a slot nothing/,
    ],
    [
      'a condition on an unknown value',
      'negotiations/trade.yaml',
      ['slots', 2, 'when'],
      { slot: 'problem', is: ['quality', 'qualty'] },
      /slots\[2\]\.when\.is\[1\]: problem cannot be qualty/,
    ],
    [
      'a condition on an unknown type',
      'routes.yaml',
      [0, 'when'],
      { type: ['trades'] },
      /\[0\]\.when\.type\[0\]: there is no negotiation type trades/,
    ],
    [
      'a condition deep inside',
      'routes.yaml',
      [0, 'when'],
      { all: [{ type: ['trade'] }, { not: { any: [{ slot: 'problem', is: ['x'] }] } }] },
      /\[0\]\.when\.all\[1\]\.not\.any\[0\]\.is\[0\]: problem cannot be x/,
    ],
    [
      'a slot of another type',
      'routes.yaml',
      [0, 'when'],
      { all: [{ type: ['trade'] }, { slot: 'situation', known: true }] },
      /\[0\]\.when\.all\[1\]\.slot: .*no type has a slot situation/,
    ],
    [
      'types that exclude each other',
      'routes.yaml',
      [0, 'when'],
      { all: [{ type: ['trade'] }, { type: ['service'] }] },
      /\[0\]\.when: no type meets this/,
    ],
    [
      'a slot that depends on itself',
      'negotiations/trade.yaml',
      ['slots', 1, 'when'],
      { slot: 'problem', known: false },
      /slots\[1\]\.when: problem depends on itself/,
    ],
    [
      'days on what is no date',
      'negotiations/trade.yaml',
      ['slots', 2, 'when'],
      { slot: 'problem', withinDays: 7 },
      /problem is not a date/,
    ],
    [
      'a sum of what is no money',
      'negotiations/trade.yaml',
      ['slots', 2, 'when'],
      { slot: 'problem', atLeastYuan: 50000 },
      /problem is no amount of money/,
    ],
    [
      'a choice without choices',
      'negotiations/trade.yaml',
      ['slots', 1, 'choices'],
      undefined,
      /slots\[1\] \(problem\) is a choice without choices/,
    ],
    [
      'an unknown fact of a route',
      'routes.yaml',
      [0, 'facts', 0],
      'authority.nobody',
      /\[0\]\.facts\[0\]: there is no fact authority\.nobody/,
    ],
    [
      'an unknown authority of a step',
      'routes.yaml',
      [0, 'first', 0, 'authority'],
      'nobody',
      /\[0\]\.first\[0\]\.authority: authorities\.yaml has no nobody/,
    ],
    [
      'an unknown fact of an answer',
      'faq/12378-what.yaml',
      ['facts', 5],
      'rule.nothing',
      /facts\[5\]: there is no fact rule\.nothing/,
    ],
    [
      'a cited fact that is not listed',
      'faq/12378-what.yaml',
      ['facts'],
      ['authority.nfra'],
      /facts: authority\.pboc is cited in the text, but not listed/,
    ],
    [
      'an unknown facet',
      'faq/12378-what.yaml',
      ['facets', 'ask'],
      ['wherefore'],
      /facets\.ask\[0\]: the lexicon has no wherefore/,
    ],
    [
      'a button to nowhere',
      'faq/12378-what.yaml',
      ['buttons', 0, 'faq'],
      'nowhere',
      /buttons\[0\]\.faq: there is no answer nowhere/,
    ],
    [
      'a button to two places',
      'faq/12378-what.yaml',
      ['buttons', 0, 'act'],
      'human',
      /buttons\[0\]: a button leads to exactly one/,
    ],
    [
      'a button to an unknown type',
      'faq/12378-what.yaml',
      ['buttons', 0],
      { type: 'trades' },
      /buttons\[0\]\.type: there is no negotiation type trades/,
    ],
    [
      'a fact checked again before it was read',
      'rules.yaml',
      [0, 'reviewBy'],
      '2001-01-01',
      /\[0\]\.reviewBy lies before asOf/,
    ],
  ])('%s', (_, file, path, value, expected) => {
    set(file, path, value);
    const found = problems();
    expect(
      found.find(line => expected.test(line)),
      found.join('\n'),
    ).toMatch(new RegExp(`^knowledge/${file}:\\d+: `));
  });

  test('a citation of nothing, on the line where it is written', () => {
    plant('faq/12378-what.yaml', '{{authority.pboc.phone}}', '{{authority.pbocc.phone}}');
    const line = lineOf('faq/12378-what.yaml', 'pbocc');
    expect(problems()).toContain(
      `knowledge/faq/12378-what.yaml:${line}: answer.zh-CN: {{authority.pbocc.phone}} cites nothing: authorities.yaml has no pbocc`,
    );
  });

  test.each([
    '{{authority.nfra.fax}}',
    '{{rule.nothing.text}}',
    '{{rule.routing-by-counterparty.days}}',
    '{{nfra}}',
    '{{ authority.nfra.phone }}',
    '{{authority.nfra.phone}',
  ])('the citation %s, which would be shown as it is', citation => {
    plant('faq/12378-what.yaml', '{{authority.pboc.phone}}', citation);
    expect(problems().join('\n')).toContain(citation.slice(0, 12));
  });

  test('a citation of a text that cites again', () => {
    plant('faq/12378-what.yaml', '{{authority.pboc.phone}}', '{{rule.routing-by-counterparty.text}}');
    expect(problems().join('\n')).toContain('cites a text that cites again');
  });

  test('the same id twice', () => {
    const rules = parse(read('rules.yaml')) as { id: string }[];
    set('rules.yaml', [1, 'id'], rules[0]?.id);
    expect(problems().join('\n')).toMatch(
      /rules\.yaml:\d+: \[1\]: the id [a-z0-9-]+ is taken already, on line \d+/,
    );
  });

  test('a bracket that marks values when a model rewords', () => {
    plant('faq/12378-what.yaml', '{{authority.pboc.phone}}', '⟦1⟧{{authority.pboc.phone}}');
    expect(problems().join('\n')).toMatch(/12378-what\.yaml:\d+: answer\.zh-CN has ⟦, which marks values/);
  });

  test('a hotline spelled in a text instead of cited', () => {
    plant('faq/12378-what.yaml', '{{authority.pboc.phone}}', '12363');
    expect(problems().join('\n')).toMatch(
      /12378-what\.yaml:\d+: answer\.zh-CN spells 12363; write \{\{authority\.pboc\.phone\}\}/,
    );
  });

  test('a word that only one language’s lexicon knows', () => {
    set('lexicon/en.yaml', ['asks', 'wherefore'], { label: 'wherefore', sayings: ['wherefore'] });
    expect(problems()).toEqual([
      expect.stringMatching(
        /^knowledge\/lexicon\/zh-CN\.yaml:\d+: asks\.wherefore is missing; another language has it$/,
      ),
    ]);
  });
});
