/**
 * Waits until no other tab holds `name`, then holds it until the returned function is called. Where the
 * browser has no locks (pages without HTTPS), nobody waits.
 */
export function alone(name: string): Promise<() => void> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return Promise.resolve(() => {});
  return new Promise(resolve => {
    const held = locks.request(name, () => new Promise<void>(release => resolve(release)));
    held.catch(() => resolve(() => {}));
  });
}
