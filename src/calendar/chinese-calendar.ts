import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Calendar, CalendarDay } from '../core/calendar/calendar.ts';
import type { Localized } from '../core/knowledge/localized.ts';
import { weekdayOf } from '../core/language/day.ts';

/**
 * The announcement for a year has moved days of the last week of the year before (29 December of 2007 and 2018 became
 * working days), so the end of the last year announced is open until the next announcement.
 */
const LAST_SURE_DAY = '12-24';

/** Day to `English,中文,days off`. The functions of the library take a day for another one west of Greenwich; its data do not. */
type Named = Readonly<Record<string, string>>;
const holidays: Named = days.holidays;
const makeUpDays: Named = days.workdays;

const years = [...new Set(Object.keys(holidays).map(day => day.slice(0, 4)))].sort();

/** Working days as the State Council announces them each year, with 调休. */
export const chineseCalendar: Calendar = {
  knownFrom: `${years[0]}-01-01`,
  knownUntil: `${years.at(-1)}-${LAST_SURE_DAY}`,
  dayOf,
};

function dayOf(day: string): CalendarDay {
  const isKnown = day >= chineseCalendar.knownFrom && day <= chineseCalendar.knownUntil;
  const holiday = holidays[day];
  if (holiday !== undefined)
    return { day, isWorking: false, reason: 'holiday', name: nameOf(holiday), isKnown };
  const makeUp = makeUpDays[day];
  if (makeUp !== undefined) return { day, isWorking: true, reason: 'make-up', name: nameOf(makeUp), isKnown };
  const isWorking = weekdayOf(day) <= 5;
  return { day, isWorking, reason: isWorking ? 'weekday' : 'weekend', name: null, isKnown };
}

function nameOf(written: string): Localized {
  const [en = '', chinese = ''] = written.split(',');
  return { 'zh-CN': chinese, en };
}
