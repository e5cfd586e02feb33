import { Presence } from '../../src/server/console/socket/presence.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { StaffRegister } from '../../src/runtime/staff/staff-register.ts';
import type { Signals } from '../../src/signals/signals.ts';
import type { Store } from '../../src/stores/store.ts';

export interface DeskStaffParts {
  store: Store;
  signals: Signals;
  clock: Clock;
}

/** Mediators with a console open, as far as the queue knows them: named by their ids. */
export class DeskStaff {
  readonly #register: StaffRegister;
  readonly #presence: Presence;

  constructor({ store, signals, clock }: DeskStaffParts) {
    this.#register = new StaffRegister(store, clock);
    this.#presence = new Presence(signals);
  }

  /** Somebody who comes, is on duty, and opens a console. */
  async comes(id: string, capacity = 1): Promise<void> {
    const account = { id, login: `${id}@example.org`, name: id, role: 'mediator', capacity } as const;
    await this.#register.change({
      command: 'admit',
      account: { ...account, language: 'zh-CN' },
      opens: true,
    });
    await this.duty(id, true);
    this.opens(id);
  }

  async duty(id: string, onDuty: boolean): Promise<void> {
    await this.#register.change({
      ...{ command: 'change', account: id, version: null, changes: { onDuty }, by: id },
    });
  }

  opens(id: string): void {
    this.#presence.set(id as unknown as object, { id, name: id }, null);
  }

  closes(id: string): void {
    this.#presence.leave(id as unknown as object);
  }

  stop(): void {
    this.#presence.stop();
  }
}
