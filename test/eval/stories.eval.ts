import { parse } from 'yaml';
import { z } from 'zod';
import { Talk, repliesOf } from '../../src/runtime/check/talk.ts';
import { mind } from '../support/running.ts';
import { argumentsFor, print, share, textOf } from './tally.ts';

/** Stories told as the first message, by the type they belong to; those of two types and of none apart. */
const Half = z.strictObject({
  trade: z.array(z.string()),
  service: z.array(z.string()),
  rights: z.array(z.string()),
  repayment: z.array(z.string()),
  several: z.array(z.strictObject({ types: z.array(z.string()).length(2), story: z.string() })),
  none: z.array(z.string()),
});
type Half = z.infer<typeof Half>;

const TODAY = '2026-11-23';

/** What the first message led to: a type that was taken, two or three that were offered, or neither. */
interface Outcome {
  taken: string | null;
  offered: string[];
}

/** A warning of a running scam has the button of the type it belongs to, and counts as an offer of it. */
const OFFERS = new Set<string>(['offer-types', 'safety-scam']);
const MOST_OFFERED = 3;

function outcome(story: string): Outcome {
  const language = /\p{Script=Han}/u.test(story) ? 'zh-CN' : 'en';
  const events = new Talk(mind, language, TODAY).say(story);
  const chosen = events.find(event => event.type === 'TypeChosen');
  const buttons = repliesOf(events)
    .filter(({ act }) => OFFERS.has(act))
    .flatMap(reply => reply.buttons ?? []);
  const offered = buttons.flatMap(({ value }) => (value.startsWith('type:') ? [value.slice(5)] : []));
  return { taken: chosen?.negotiation ?? null, offered: offered.length > MOST_OFFERED ? [] : offered };
}

type Verdict = 'taken' | 'offered' | 'offeredOthers' | 'asked' | 'wrong';

function verdictOn({ taken, offered }: Outcome, types: string[]): Verdict {
  if (taken !== null) return types.includes(taken) ? 'taken' : 'wrong';
  if (offered.length === 0) return 'asked';
  return types.every(type => offered.includes(type)) ? 'offered' : 'offeredOthers';
}

interface Judged {
  story: string;
  types: string[];
  got: Outcome;
  verdict: Verdict;
}

const judged = (story: string, types: string[]): Judged => {
  const got = outcome(story);
  return { story, types, got, verdict: verdictOn(got, types) };
};

function tallied(cases: Judged[]) {
  const count = (verdict: Verdict): number => cases.filter(one => one.verdict === verdict).length;
  return {
    cases: cases.length,
    taken: count('taken'),
    offered: count('offered'),
    offeredOthers: count('offeredOthers'),
    asked: count('asked'),
    wrong: count('wrong'),
    takenPercent: share(count('taken'), cases.length),
    foundPercent: share(count('taken') + count('offered'), cases.length),
  };
}

/** Where two types are meant, one of them taken is no full success: only both offered are. */
function measured({ several, none, ...ofOne }: Half, showsFailures: boolean) {
  const single = Object.entries(ofOne).map(
    ([type, stories]) => [type, stories.map(story => judged(story, [type]))] as const,
  );
  const both = several.map(({ types, story }) => judged(story, types));
  const foreign = none.map(story => judged(story, []));
  if (showsFailures) {
    for (const one of single.flatMap(([, cases]) => cases))
      if (one.verdict !== 'taken' && one.verdict !== 'offered') show(one);
    for (const one of both) if (one.verdict !== 'offered') show(one);
    for (const one of foreign) if (one.verdict !== 'asked') show(one);
  }
  return {
    ...tallied(single.flatMap(([, cases]) => cases)),
    types: Object.fromEntries(single.map(([type, cases]) => [type, tallied(cases).foundPercent])),
    several: tallied(both),
    none: {
      cases: foreign.length,
      taken: foreign.filter(({ got }) => got.taken !== null).length,
      offered: foreign.filter(({ got }) => got.offered.length > 0).length,
    },
  };
}

function show({ story, types, got, verdict }: Judged): void {
  const led = got.taken ?? (got.offered.length > 0 ? `offered ${got.offered.join(', ')}` : 'nothing');
  print(`${verdict}: ${story}\n    expected ${types.join(' and ') || 'none'}\n    got      ${led}`);
}

const given = argumentsFor('stories [file.yaml]', 'test/corpus/stories.yaml');
const halves = z.record(z.string(), Half).parse(parse(textOf(given.file)));
// What is held out shows by its figures alone.
const figures = Object.entries(halves).map(([name, half]) => [
  name,
  measured(half, given.failures && name !== 'heldOut'),
]);
print(JSON.stringify({ what: 'stories', ...Object.fromEntries(figures) }));
