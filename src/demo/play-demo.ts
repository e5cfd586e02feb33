import type { Conversations } from '../channels/channel.ts';
import type { Desk } from '../console/desk.ts';
import type { Staff } from '../console/staff.ts';
import type { Progress } from '../progress.ts';
import { DemoTime, type Life, playOut } from './demo-time.ts';
import { nowIn } from '../core/language/day.ts';
import { Dice } from './dice.ts';
import { type Fate, fates } from './fates.ts';
import { type DemoLogin, openAccounts } from './open-accounts.ts';
import type { SteppedJobs } from './stepped-jobs.ts';
import { particulars } from './story.ts';
import { english } from './stories/english.ts';
import { repayment } from './stories/repayment.ts';
import { rights } from './stories/rights.ts';
import { serviceComplaints } from './stories/service-complaints.ts';
import { trade } from './stories/trade.ts';

export interface DemoParts {
  conversations: Conversations;
  desk: Desk;
  staff: Staff;
  /** Made by `demoTime`, and the clock of all the rest. */
  time: DemoTime;
  jobs: SteppedJobs;
  /** Token of a link for the first supervisor. */
  setup: string;
  settled: () => Promise<void>;
  progress: Progress;
}

export interface DemoPlan {
  /** Conversations that staff see. */
  cases: number;
  seed: number;
  zone: string;
  /** Instant of the present, in milliseconds. */
  now: number;
}

const DAY = 86_400_000;
/** The desk is opened so many days before the present. */
const OPENED = 29;
/** Share of the people who speak English. */
const ENGLISH = 0.1;

/** The clock of a demo, which begins four weeks before the present. */
export const demoTime = ({ now, zone }: DemoPlan): DemoTime => new DemoTime(now - OPENED * DAY, zone);

/**
 * Plays four weeks up to the present: people and mediators do all through Parley itself.
 * @returns who can sign in, with passwords that are known to nobody else
 */
export async function playDemo(plan: DemoPlan, parts: DemoParts): Promise<DemoLogin[]> {
  const { cases, seed, now } = plan;
  const { time, jobs, settled, progress } = parts;
  const accounts = await openAccounts(parts.staff, parts.setup);
  const dice = new Dice(seed);
  const mediators = accounts.filter(one => one.takesCases).map(({ by }) => by);
  const lives = dealt(cases).map((fate, at) => lifeOf(fate, at, { plan, parts, mediators, dice }));
  progress.begin('Demo cases', lives.length);
  await playOut(lives, { time, jobs, settled, until: now }, () => progress.step());
  progress.end();
  return accounts;
}

interface Deal {
  plan: DemoPlan;
  parts: DemoParts;
  mediators: { id: string; name: string }[];
  dice: Dice;
}

function lifeOf(
  { daysAgo: [earliest, latest], live }: Fate,
  at: number,
  { plan: { seed, zone, now }, parts, mediators, dice }: Deal,
): { at: number; life: Life } {
  const begins = awake(now - (latest + (earliest - latest) * dice.next()) * DAY, now, zone);
  const isEnglish = dice.is(ENGLISH);
  const templates = isEnglish ? english : [trade, serviceComplaints, rights, repayment, trade][at % 5];
  const own = new Dice(seed * 10_007 + at);
  const language = isEnglish ? 'en' : 'zh-CN';
  const template = dice.one(templates ?? trade);
  const story = template(particulars(own, language, zone, new Date(begins).toISOString()));
  const { conversations, desk, time } = parts;
  return {
    at: begins,
    life: live({ conversations, desk, time, dice: own, staff: mediators }, story),
  };
}

/** Hours in which hardly anybody writes; who would have waits so many more. */
const NIGHT = { until: '07:30', hours: 9 };
const HOUR = 3_600_000;

/** @param at milliseconds; what begins within the last day is meant as it is */
function awake(at: number, now: number, zone: string): number {
  const isNight = nowIn(zone, new Date(at).toISOString()).clock < NIGHT.until;
  return isNight && now - at > DAY ? at + NIGHT.hours * HOUR : at;
}

/** Everybody's fate, in shares as they are planned: at least one of each kind. */
function dealt(cases: number): Fate[] {
  const total = fates.reduce((sum, { share, isUnseen }) => sum + (isUnseen ? 0 : share), 0);
  return fates.flatMap(fate =>
    Array.from<Fate>({ length: Math.max(1, Math.round((fate.share * cases) / total)) }).fill(fate),
  );
}
