import type { DeskHours } from '../../core/calendar/desk-hours.ts';
import { Attendance } from '../../signals/attendance.ts';
import type { Signals } from '../../signals/signals.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import type { QueueNow } from '../reactions/reaction.ts';
import { StaffRegister } from '../staff/staff-register.ts';
import { DayBook } from './day-book.ts';
import { Dispatcher } from './dispatcher.ts';
import { LiveQueue, type LiveState } from './live-queue.ts';
import { onDuty } from './on-duty.ts';
import { Waits } from './waits.ts';

export interface QueueOptions {
  store: Store;
  signals: Signals;
  clock: Clock;
  hours: (now: string) => Pick<DeskHours, 'isOpen' | 'opensAt' | 'isProvisional'>;
  /** Milliseconds for which whoever waits is offered to one mediator after the other; null: nobody is offered. */
  offerMs: number | null;
  /** Milliseconds after which another process offers in the place of one that died. */
  leaseMs?: number | undefined;
  onError: (error: unknown) => void;
}

export interface Queue {
  now: QueueNow;
  live(): Promise<LiveState>;
  waits: Waits;
  stop(): Promise<void>;
}

/** The queue of those who wait for a person: what they are told, and to whom they are offered. */
export function openQueue(options: QueueOptions): Queue {
  const { store, signals, clock, hours, offerMs, onError } = options;
  const attendance = new Attendance(signals);
  const register = new StaffRegister(store, clock);
  const live = new LiveQueue({ store, signals, onError });
  const book = new DayBook(store, clock);
  const accounts = () => onDuty(register, attendance);
  const howMany = async (): Promise<number> => (await accounts()).length;
  const waits = new Waits({ live, book, clock, hours, onError, onDuty: howMany });
  const dispatcher =
    offerMs === null
      ? null
      : new Dispatcher({ ...options, offerMs, live, book, attendance, onDuty: accounts });
  return {
    live: () => live.read(),
    now: { onDuty: howMany, isOpen: at => hours(at).isOpen },
    waits,
    async stop() {
      attendance.stop();
      await dispatcher?.stop();
      await live.stop();
    },
  };
}
