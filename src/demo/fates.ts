import type { Conversations } from '../channels/channel.ts';
import type { Desk } from '../console/desk.ts';
import { CaseOutcome } from '../core/case/outcome.ts';
import type { Mediator } from '../core/conversation/events.ts';
import { DemoMediator } from './demo-mediator.ts';
import { DemoPerson } from './demo-person.ts';
import type { DemoTime, Life } from './demo-time.ts';
import type { Dice } from './dice.ts';
import type { Story } from './story.ts';

/** Who and what a life is played with. */
export interface Stage {
  conversations: Conversations;
  desk: Desk;
  time: DemoTime;
  dice: Dice;
  /** Those who work here. */
  staff: Mediator[];
}

export interface Fate {
  /** How many of a hundred meet it. */
  share: number;
  /** Days before now on which it begins, the earliest and the latest. */
  daysAgo: [number, number];
  /** Whether staff never see it: nothing was filed, and no mediator asked for. */
  isUnseen?: true;
  live: (stage: Stage, story: Story) => Life;
}

const HOUR = 60;
/** A part of a day: lives that go on now begin so short a time ago. */
const minutes = (count: number): number => count / (24 * HOUR);

const arrive = ({ conversations, dice }: Stage, { language }: Story): Promise<DemoPerson> =>
  DemoPerson.arrive(conversations, language, dice);

const mediatorFor = ({ desk, dice, staff }: Stage, { conversation }: DemoPerson): DemoMediator =>
  new DemoMediator(desk, dice.one(staff), conversation);

/** Files, and is taken on by a mediator at work. */
async function* filedAndTaken(
  stage: Stage,
  story: Story,
): AsyncGenerator<number, [DemoPerson, DemoMediator]> {
  const person = await arrive(stage, story);
  yield* person.tell(story);
  yield stage.time.atWork(stage.dice.between(20, 6 * HOUR));
  const mediator = mediatorFor(stage, person);
  await mediator.look();
  yield 40;
  await mediator.takeOn();
  yield 90;
  await mediator.move('in-progress', story.reason);
  yield stage.dice.between(60, 600);
  await mediator.note(story.note);
  return [person, mediator];
}

/** The talk of a story, the mediator first. */
async function* talkWith({ dice }: Stage, person: DemoPerson, mediator: DemoMediator, story: Story): Life {
  await mediator.look();
  await mediator.order({ command: 'accept', instead: false });
  for (const [at, text] of story.talk.entries()) {
    yield dice.between(15, 90);
    if (at % 2 === 0) await mediator.order({ command: 'say', text });
    else await person.say(text);
  }
  yield dice.between(15, 60);
}

async function* rates({ dice }: Stage, person: DemoPerson): Life {
  yield dice.between(10, 120);
  if (dice.is(0.7)) await person.press(`rating:${dice.one([5, 5, 5, 4, 4, 3, 2])}`);
}

async function* unfinished(stage: Stage, story: Story): Life {
  const person = await arrive(stage, story);
  yield* person.tell(story, stage.dice.between(1, 6));
}

async function* onlyFiled(stage: Stage, story: Story): Life {
  const person = await arrive(stage, story);
  yield* person.tell(story);
}

async function* inProgress(stage: Stage, story: Story): Life {
  const [person, mediator] = yield* filedAndTaken(stage, story);
  if (stage.dice.is(0.5)) await mediator.changeAnswer({ command: 'meet-deadline' });
  if (!stage.dice.is(0.4)) return;
  yield 3_600;
  await person.show('补充材料.jpg');
}

async function* waitsForPerson(stage: Stage, story: Story): Life {
  const [, mediator] = yield* filedAndTaken(stage, story);
  await mediator.order({ command: 'accept', instead: false });
  yield 20;
  await mediator.order({ command: 'ask-file', what: '付款账单截图', element: null });
  yield 60;
  await mediator.order({ command: 'close' });
  yield 30;
  await mediator.changeAnswer({ command: 'pause-deadline', reason: '等当事人补材料' });
  yield 20;
  await mediator.move('waiting-for-person', story.reason);
}

/** Every outcome in turn, so that none is missing. */
function closed(outcome: CaseOutcome): Fate['live'] {
  return async function* (stage, story) {
    const { dice, time } = stage;
    const [person, mediator] = yield* filedAndTaken(stage, story);
    yield time.atWork(dice.between(HOUR, 20 * HOUR));
    yield* talkWith(stage, person, mediator, story);
    await mediator.order({ command: 'close' });
    yield* rates(stage, person);
    yield time.atWork(dice.between(2 * HOUR, 48 * HOUR));
    if (dice.is(0.4)) {
      await mediator.move('waiting-for-person', story.reason);
      yield time.atWork(dice.between(4 * HOUR, 30 * HOUR));
      if (dice.is(0.6)) await person.show('补充材料.jpg');
      await mediator.move('in-progress', story.reason);
      yield time.atWork(dice.between(HOUR, 20 * HOUR));
    }
    await mediator.move('closed', WHY[outcome], outcome);
  };
}

const WHY: Record<CaseOutcome, string> = {
  agreed: '双方谈妥，款项已到账',
  'partly-agreed': '退回一部分，当事人接受',
  'not-agreed': '对方不同意，已告知其他途径',
  withdrawn: '当事人自行解决，撤回',
  unreachable: '三次联系未果',
  'passed-on': '已转有权处理的部门',
  other: '重复反映，并入前一件',
};

async function* returned(stage: Stage, story: Story): Life {
  const person = await arrive(stage, story);
  yield* person.askForPerson();
  yield stage.dice.between(20, 150);
  const mediator = mediatorFor(stage, person);
  yield* talkWith(stage, person, mediator, story);
  await mediator.order({ command: 'return' });
  yield 60;
  if (stage.dice.is(0.7)) yield* person.tell(story);
}

async function* givesUp(stage: Stage, story: Story): Life {
  const person = await arrive(stage, story);
  yield* person.askForPerson();
  yield stage.dice.between(60, 200);
  await person.press('act:stop-waiting');
}

async function* leavesContact(stage: Stage, story: Story): Life {
  const person = await arrive(stage, story);
  yield* person.askForPerson();
  yield 7 * 60;
  await person.press('handoff:contact');
  yield 30;
  await person.say(story.language === 'en' ? 'sample@example.com' : '13800000000');
  yield* person.tell(story);
  yield stage.time.atWork(stage.dice.between(30, 6 * HOUR));
  const mediator = mediatorFor(stage, person);
  await mediator.order({ command: 'accept', instead: false });
  yield 40;
  await mediator.order({ command: 'say', text: story.talk[0] ?? '您好' });
  yield 20 * 60;
  await mediator.note(story.note);
  await mediator.order({ command: 'close' });
  if (person.filed !== null) await mediator.move('in-progress', story.reason);
}

async function* waitsNow(stage: Stage, story: Story): Life {
  const person = await arrive(stage, story);
  yield* person.tell(story, stage.dice.between(2, 4));
  yield* person.askForPerson();
}

async function* inDanger(stage: Stage, story: Story): Life {
  const person = await arrive(stage, story);
  const { language } = story;
  await person.say(language === 'en' ? 'I cannot go on, I want to die' : '欠太多了，我真的不想活了');
  yield 25;
  yield* person.askForPerson();
}

async function* talksNow(stage: Stage, story: Story): Life {
  const person = await arrive(stage, story);
  yield* person.askForPerson();
  yield 30;
  yield* talkWith(stage, person, mediatorFor(stage, person), story);
}

const QUESTIONS = [
  '支付宝可以打12378协商吗',
  '花呗逾期会上征信吗',
  '12315多久有结果',
  '你们周末几点下班',
  '怎么给猫办护照',
];

async function* onlyAsks(stage: Stage, story: Story): Life {
  const person = await arrive(stage, { ...story, language: 'zh-CN' });
  for (let count = stage.dice.between(1, 3); count > 0; count--) {
    await person.say(stage.dice.one(QUESTIONS));
    yield stage.dice.between(10, 60);
  }
}

/** What becomes of people, and how many of a hundred: another fate is one more entry. */
export const fates: Fate[] = [
  ...CaseOutcome.options.map(
    (outcome): Fate => ({
      share: outcome === 'agreed' ? 16 : outcome === 'partly-agreed' ? 8 : outcome === 'other' ? 1 : 4,
      daysAgo: [28, 9],
      live: closed(outcome),
    }),
  ),
  { share: 12, daysAgo: [9, 2], live: inProgress },
  { share: 7, daysAgo: [8, 3], live: waitsForPerson },
  { share: 8, daysAgo: [2, minutes(90)], live: onlyFiled },
  { share: 4, daysAgo: [7, 4], live: onlyFiled },
  { share: 7, daysAgo: [20, 1], live: returned },
  { share: 3, daysAgo: [20, 1], live: givesUp },
  { share: 4, daysAgo: [18, 1], live: leavesContact },
  { share: 4, daysAgo: [minutes(9), minutes(8)], live: waitsNow },
  { share: 2, daysAgo: [minutes(4), minutes(3)], live: inDanger },
  { share: 4, daysAgo: [minutes(16), minutes(12)], live: talksNow },
  { share: 12, daysAgo: [27, 1], isUnseen: true, live: unfinished },
  { share: 10, daysAgo: [27, minutes(60)], isUnseen: true, live: onlyAsks },
];
