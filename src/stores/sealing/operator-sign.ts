import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ledger } from '../ledger.ts';
import { WrongOperatorKey } from './keyring.ts';

/** Under this name a ledger keeps, among the wrapped keys, what its operator's key is told by. No owner is called so. */
export const OPERATOR_SIGN = 'operator-sign';

/**
 * Makes sure that a ledger is written under one operator's key only: the first one leaves a sign, every other is refused
 * before anything is written under it. The sign gives nothing of the key away.
 * @throws WrongOperatorKey
 */
export async function checkOperatorKey(ledger: Ledger, operatorKey: Uint8Array): Promise<void> {
  const sign = createHmac('sha256', operatorKey).update(OPERATOR_SIGN).digest();
  const standing = await ledger.keepKey(OPERATOR_SIGN, sign);
  if (!standing || standing.length !== sign.length || !timingSafeEqual(standing, sign))
    throw new WrongOperatorKey();
}
