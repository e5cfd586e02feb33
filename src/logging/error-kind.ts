import type { LabelOf } from '../metrics/metrics.ts';

const DISK = new Set(['ENOSPC', 'EROFS', 'EIO', 'EDQUOT', 'EACCES', 'EPERM', 'EFBIG', 'EMFILE', 'ENFILE']);

/** Where an error comes from, as metrics count it. */
export function errorKind(error: unknown): LabelOf<'errors'> {
  const { code = '', name = '', message = '' } = (error ?? {}) as Record<string, unknown>;
  if (code === 'ERR_SQLITE_ERROR') return 'store';
  if (DISK.has(String(code))) return 'disk';
  if (/redis/i.test(`${String(name)} ${String(message)}`)) return 'redis';
  return 'other';
}
