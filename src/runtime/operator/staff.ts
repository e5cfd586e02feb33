import { Login } from '../../core/staff/account.ts';
import { OPERATOR } from '../../core/staff/events.ts';
import { type Account, accountOf } from '../../core/staff/register.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { newLink } from '../staff/one-time-links.ts';
import { StaffRegister } from '../staff/staff-register.ts';
import { OperatorError } from './operator-error.ts';

/**
 * `npm run staff`: who works in the console; `link <login>` prints what lets one of them set a new password, for when no
 * supervisor can make such a link. Returns what to print.
 * @throws OperatorError
 */
export async function staffCommand(store: Store, clock: Clock, args: string[]): Promise<string> {
  const register = new StaffRegister(store, clock);
  const [verb = 'list', login, ...rest] = args;
  if (verb === 'list' && login === undefined) {
    const { accounts } = await register.current();
    return accounts.size === 0 ? 'Nobody works here yet.' : [...accounts.values()].map(shown).join('\n');
  }
  if (verb !== 'link' || login === undefined || rest.length > 0)
    throw new OperatorError('usage: npm run staff | npm run staff -- link <login>');
  const account = accountOf(await register.current(), Login.safeParse(login).data ?? '');
  if (!account) throw new OperatorError(`nobody has the login ${login}; npm run staff lists those there are`);
  const { link, token } = newLink(clock.now());
  const done = await register.change({ command: 'offer-link', account: account.id, link, by: OPERATOR });
  if ('refused' in done) throw new OperatorError(`${login} is disabled; a supervisor can enable the account`);
  return `Open /console/#link=${token} on this Parley before ${link.expires}; it works once.`;
}

const shown = ({ login, role, disabled, joined }: Account): string =>
  `${login}  ${role}  ${disabled ? 'disabled' : joined ? 'active' : 'invited'}`;
