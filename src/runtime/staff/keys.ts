import { nanoid } from 'nanoid';
import type { KeyActor, Keys } from '../../console/staff.ts';
import type { KeyUsed } from '../../core/staff/events.ts';
import type { Store } from '../../stores/store.ts';
import { appendAtEnd } from '../commit.ts';
import { keyUseStream, STAFF_OWNER } from '../streams.ts';
import { only } from './accounts.ts';
import { hashOf, isSecretOf, newSecret } from './secret.ts';
import type { StaffParts } from './staff.ts';
import { keyView } from './views.ts';

const PREFIX = 'parley_';

export function keys({ store, register }: StaffParts): Keys {
  return {
    async all() {
      const { keys } = await register.current();
      return Promise.all([...keys.values()].map(async key => keyView(key, await lastUsed(store, key.id))));
    },
    async make({ label, scopes }, by) {
      const secret = newSecret();
      const key = { id: nanoid(), label, scopes, hash: hashOf(secret) };
      const done = await register.change({ command: 'make-key', key, by: by.id });
      const made = 'register' in done ? done.register.keys.get(key.id) : undefined;
      if (!made) throw new Error('a key could not be made');
      return { key: keyView(made, null), token: `${PREFIX}${key.id}.${secret}` };
    },
    async revoke(id, by) {
      const done = await register.change({ command: 'revoke-key', key: id, by: by.id });
      return 'refused' in done ? only(done, 'unknown') : null;
    },
  };
}

/** Tells whose key a token is, and notes on which day it was used. */
export function keyHolders({ store, register, clock }: StaffParts) {
  /** Days that were noted already, by key. */
  const noted = new Map<string, string>();

  return async (token: string): Promise<KeyActor | null> => {
    const [, id, secret] = /^parley_([\w-]{1,64})\.([\w-]{43})$/.exec(token) ?? [];
    if (id === undefined || secret === undefined) return null;
    const key = (await register.current()).keys.get(id);
    if (!key || !isSecretOf(secret, key.hash) || key.revoked) return null;
    const at = clock.now();
    const day = at.slice(0, 10);
    if (noted.get(id) !== day) {
      const events: KeyUsed[] = [{ type: 'KeyUsed', at }];
      await appendAtEnd(store, {
        stream: keyUseStream(id),
        owner: STAFF_OWNER,
        cause: `used:${day}`,
        at,
        events,
      });
      noted.set(id, day);
    }
    return { kind: 'key', id, scopes: key.scopes };
  };
}

async function lastUsed(store: Store, id: string): Promise<string | null> {
  const uses = await store.read(keyUseStream(id));
  return uses.at(-1)?.at.slice(0, 10) ?? null;
}
