import { nanoid } from 'nanoid';
import { decideStaff, type StaffCommand, type StaffRefusal } from '../../core/staff/decide.ts';
import type { RegisterEvent } from '../../core/staff/events.ts';
import { emptyRegister, evolveRegister, type Register } from '../../core/staff/register.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { commit } from '../commit.ts';
import { REGISTER, STAFF_OWNER } from '../streams.ts';
import { FoldedStream } from './folded-stream.ts';

/** The accounts and keys of this installation, which all processes share. */
export class StaffRegister {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #folded: FoldedStream<Register>;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
    this.#folded = new FoldedStream(store, REGISTER, emptyRegister, (state, stored) =>
      evolveRegister(state, stored.event as RegisterEvent, stored),
    );
  }

  async current(): Promise<Register> {
    return (await this.#folded.current()).state;
  }

  /** Carries out a command, and says how the register stands then or why nothing was done. */
  async change(command: StaffCommand): Promise<{ register: Register } | StaffRefusal> {
    let refusal: StaffRefusal | null = null;
    const to = {
      stream: REGISTER,
      owner: STAFF_OWNER,
      cause: `${command.command}:${nanoid()}`,
      at: this.#clock.now(),
    };
    await commit(this.#store, to, async () => {
      const { state, version } = await this.#folded.current();
      const decision = decideStaff(state, command);
      refusal = 'refused' in decision ? decision : null;
      return { expectedVersion: version, events: 'events' in decision ? decision.events : [] };
    });
    return refusal ?? { register: await this.current() };
  }
}
