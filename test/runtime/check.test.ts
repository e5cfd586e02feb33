import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checks, contextOf } from '../../src/runtime/check/index.ts';
import { KnowledgeError } from '../../src/runtime/load-knowledge.ts';
import { checkCommand } from '../../src/runtime/operator/check.ts';
import { KnowledgeCopy } from '../support/knowledge-copy.ts';

const TODAY = '2026-11-26';
let copy: KnowledgeCopy;

beforeEach(() => {
  copy = new KnowledgeCopy();
});

afterEach(() => copy.remove());

/** What the checks report, by the name of the check or all of them; loading comes first. */
function problems(only?: string): string[] {
  try {
    const context = contextOf(copy.folder, TODAY);
    for (const check of checks.filter(one => only === undefined || one.name === only)) check.run(context);
    return context.problems.lines();
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
}

test('every check says what it counts, and counts something', () => {
  const context = contextOf('knowledge', TODAY);
  expect(checks.length).toBeGreaterThanOrEqual(7);
  // The talks to the end are many; npm run check holds them all.
  for (const check of checks.filter(one => one.counts !== 'talks to the end'))
    expect(check.run(context), check.name).toBeGreaterThan(0);
  expect(context.problems.lines()).toEqual([]);
}, 60_000);

/** The fault, how it is planted, the check that has to see it (null: loading), and what is reported. */
const faults: [name: string, plant: (copy: KnowledgeCopy) => void, check: string | null, expected: RegExp][] =
  [
    [
      'a tell of a concept that the lexicon does not know',
      one => one.set('negotiations/trade.yaml', ['tells', 0, 'one', 0], 'bougth'),
      null,
      /negotiations\/trade\.yaml:\d+: tells\[0\]\.one\[0\]: the lexicon has no happening bougth/,
    ],
    [
      'a tell that a weightier one leaves nothing to tell',
      one =>
        one.set('negotiations/trade.yaml', ['tells', 2], { weight: 1, one: ['faulty'], with: ['bought'] }),
      null,
      /negotiations\/trade\.yaml:\d+: tells\[2\] can never count: bought with faulty is told before, with weight 3/,
    ],
    [
      'one concept that would decide alone',
      one => one.set('negotiations/trade.yaml', ['tells', 0, 'weight'], 2),
      null,
      /negotiations\/trade\.yaml:\d+: tells\[0\]\.weight.*no word alone decides/,
    ],
    [
      'a concept that tells of no type',
      one => {
        for (const language of ['zh-CN', 'en'])
          one.set(`lexicon/${language}.yaml`, ['happenings', 'idle'], { within: ['idle'] });
      },
      null,
      /lexicon\/zh-CN\.yaml:\d+: happenings\.idle tells of no type/,
    ],
    [
      'a hotline that is spelled instead of cited',
      one => one.plant('faq/12378-what.yaml', '{{authority.pboc.phone}}', '12363'),
      null,
      /faq\/12378-what\.yaml:\d+: answer\.zh-CN spells 12363; write \{\{authority\.pboc\.phone\}\}/,
    ],
    [
      'a number that stands nowhere as a fact',
      one => one.plant('faq/jail.yaml', '{{authority.nfra.phone}}', '4008 123 456'),
      null,
      /faq\/jail\.yaml:\d+: answer\.zh-CN spells 4008 123 456; only numbers of authorities\.yaml may be shown/,
    ],
    [
      'a legal period in digits',
      one => one.plant('faq/12378-how-long.yaml', '{{rule.institution-answer.first}}', '15日'),
      null,
      /faq\/12378-how-long\.yaml:\d+: .* spells 15日; write .*\{\{rule\.institution-answer\.first\}\}/,
    ],
    [
      'a legal period in Chinese numerals',
      one => one.set('negotiations/trade.yaml', ['warnings', 0, 'text', 'zh-CN'], '签收后七天内可以退。'),
      null,
      /trade\.yaml:\d+: warnings\[0\]\.text\.zh-CN spells 七天; write \{\{rule\.seven-day-return\.window\}\}/,
    ],
    [
      'a legal period in English words',
      one => one.set('routes.yaml', [0, 'notes', 0, 'en'], 'They answer within thirty days.'),
      null,
      /routes\.yaml:\d+: \[0\]\.notes\[0\]\.en spells thirty days; write /,
    ],
    [
      'an address',
      one => one.set('phrases/en.yaml', ['bot', 'thanks'], 'You are welcome. See www.example.com.'),
      null,
      /phrases\/en\.yaml:\d+: bot\.thanks spells www\..*; no address is shown/,
    ],
    [
      'a number never to be published, as an authority',
      one => one.set('authorities.yaml', [0, 'phone'], '95055'),
      null,
      /authorities\.yaml:\d+: \[0\]\.phone 95055 is never to be published \(never-publish\.yaml:\d+\)/,
    ],
    [
      'a claim never to be made',
      one =>
        one.set(
          'faq/12378-hours.yaml',
          ['answer', 'zh-CN'],
          '可以。\n{{authority.nfra.phone}} 全天有人接，随时可以打。',
        ),
      'claims never made',
      /12378-hours\.yaml:\d+: answer\.zh-CN says “12378 全天.*” \(do-not-say: 12378-all-day/,
    ],
    [
      'a claim whose pattern does not see it',
      one => one.set('do-not-say.yaml', [0, 'patterns', 'zh-CN'], ['nothing']),
      'claims never made',
      /do-not-say\.yaml:\d+: \[0\]\.caught\.zh-CN\[0\]: no pattern finds .*; write one that does/,
    ],
    [
      'an answer that goes on and on',
      one => one.set('faq/jail.yaml', ['answer', 'zh-CN'], '不会。\n一\n二\n三\n四\n五\n六'),
      'answers are short and lead on',
      /jail\.yaml:\d+: answer\.zh-CN has 7 lines; write 2 to 5/,
    ],
    [
      'an answer that leads nowhere',
      one => one.set('faq/jail.yaml', ['buttons'], []),
      'answers are short and lead on',
      /jail\.yaml:\d+: buttons is empty; add where the person can go on/,
    ],
    [
      'a question of two answers',
      one => one.set('faq/jail.yaml', ['questions', 'zh-CN', 1], '支付宝可以打12378协商吗'),
      'questions find their answer',
      /jail\.yaml:\d+: questions\.zh-CN\[1\] 「支付宝可以打12378协商吗」 is a question of 12378-alipay too/,
    ],
    [
      'a question that finds another answer',
      one =>
        one.set(
          'faq/12363-hours.yaml',
          ['questions', 'zh-CN', 1],
          one.value('faq/12315-hours.yaml', ['questions', 'zh-CN', 0]),
        ),
      'questions find their answer',
      /12363-hours\.yaml:\d+: questions\.zh-CN\[1\] .* is answered by 12315-hours; make the two differ/,
    ],
    [
      'a telling where a question belongs',
      one => one.set('faq/shop-refund.yaml', ['questions', 'zh-CN', 1], '我在淘宝买了鞋，商家不给退款'),
      'questions find their answer',
      /shop-refund\.yaml:\d+: questions\.zh-CN\[1\] .* is not answered .*; write it as a clearer question/,
    ],
    [
      'an example that is no value of its question',
      one => one.set('slots.yaml', [2, 'examples', 'zh-CN', 0], '很多很多'),
      'questions take their own answers',
      /slots\.yaml:\d+: \[2\]\.examples\.zh-CN\[0\] \(amount\): 「很多很多」 is not understood for sure; write an answer/,
    ],
    [
      'two buttons alike',
      one => one.set('negotiations/trade.yaml', ['slots', 1, 'choices', 1, 'label', 'zh-CN'], '不发货'),
      'questions take their own answers',
      /trade\.yaml:\d+: slots\[1\]\.choices\[1\].* \(problem\): .*(?:says not-shipped too|chooses not-shipped)/,
    ],
    [
      'a condition that can never hold',
      one =>
        one.set('negotiations/trade.yaml', ['warnings', 0, 'when'], {
          all: [
            { slot: 'problem', is: ['fake'] },
            { slot: 'problem', is: ['quality'] },
          ],
        }),
      'conditions can be met',
      /trade\.yaml:\d+: warnings\[0\]\.when \(.*\) can never hold/,
    ],
    [
      'a required question that is never asked',
      one =>
        one.set('negotiations/rights.yaml', ['slots', 2, 'when'], {
          all: [{ slot: 'situation', is: ['scammed'] }, { not: { slot: 'situation', known: true } }],
        }),
      'conditions can be met',
      /rights\.yaml:\d+: slots\[2\]\.when \(.*\): can never hold in rights, so this required question is never asked/,
    ],
    [
      'questions that wait for each other',
      one => {
        one.set('negotiations/trade.yaml', ['slots', 1, 'when'], { slot: 'used', known: true });
        one.set('negotiations/trade.yaml', ['slots', slotAt(one, 'used'), 'when'], {
          slot: 'problem',
          known: true,
        });
      },
      'conditions can be met',
      /trade\.yaml:\d+: slots\[1\]\.when \(problem\): is asked only after itself: problem → used → problem/,
    ],
    [
      'a route that an earlier one takes all cases of',
      one => one.set('routes.yaml', [1, 'when'], one.value('routes.yaml', [0, 'when'])),
      'every situation has a route, and every route a situation',
      /routes\.yaml:\d+: \[1\]\.when \(.*\) is never the first row to hold/,
    ],
    [
      'a situation without a route',
      one => {
        const rows = one.value('routes.yaml', []) as { id: string }[];
        one.set('routes.yaml', [rows.findIndex(row => row.id === 'repayment-general'), 'when'], {
          all: [{ type: ['repayment'] }, { slot: 'product', is: ['huabei'] }],
        });
      },
      'every situation has a route, and every route a situation',
      /routes\.yaml:\d+: \[\d+\] no row holds for repayment with .*; end the type's rows with \{ type: \[repayment\] \}/,
    ],
  ];

/** Place of a slot in the trade file. */
function slotAt(one: KnowledgeCopy, id: string): number {
  const slots = one.value('negotiations/trade.yaml', ['slots']) as { id?: string; use?: string }[];
  return slots.findIndex(slot => slot.id === id || slot.use === id);
}

describe('a planted fault is found, with file, line and what to write', () => {
  test.each(faults)(
    '%s',
    (_, plant, check, expected) => {
      plant(copy);
      const found = problems(check ?? 'none: loading sees it');
      expect(
        found.find(line => expected.test(line)),
        found.slice(0, 8).join('\n') || 'nothing was reported',
      ).toMatch(/^knowledge\/[\w/.-]+:\d+: /);
    },
    60_000,
  );
});

describe('npm run check', () => {
  test('ends at once where the files are not even well formed', () => {
    copy.write('rules.yaml', 'not a list');
    const lines: string[] = [];
    expect(checkCommand(copy.folder, TODAY, line => lines.push(line))).toBe(false);
    expect(lines.join('\n')).toContain('rules.yaml:1:');
  });

  test('lists the facts that are past their review on a given day, and stays green', () => {
    const lines: string[] = [];
    expect(checkCommand(copy.folder, '2027-03-01', line => lines.push(line))).toBe(true);
    expect(lines.join('\n')).toMatch(
      /\d+ facts are past their review and are spoken with caution: .*authority\.nfra/,
    );
  }, 60_000);
});
