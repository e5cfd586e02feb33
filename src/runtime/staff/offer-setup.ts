import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { newLink } from './one-time-links.ts';
import { StaffRegister } from './staff-register.ts';

/**
 * A link with which the first supervisor makes their account.
 * @returns its token, which is shown once; null where there is a supervisor
 */
export async function offerSetup(store: Store, clock: Clock): Promise<string | null> {
  const { link, token } = newLink(clock.now());
  const done = await new StaffRegister(store, clock).change({ command: 'offer-setup', link });
  return 'refused' in done ? null : token;
}
