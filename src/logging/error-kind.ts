import type { LabelOf } from '../metrics/metrics.ts';

const DISK = new Set(['ENOSPC', 'EROFS', 'EIO', 'EDQUOT', 'EACCES', 'EPERM', 'EFBIG', 'EMFILE', 'ENFILE']);

/** Where an error comes from, as metrics count it. */
export function errorKind(error: unknown): LabelOf<'errors'> {
  const { code = '', name = '' } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (code === 'ERR_SQLITE_ERROR') return 'store';
  if (DISK.has(String(code))) return 'disk';
  if (/redis|socket closed|client.*closed/i.test(`${String(name)} ${String(code)}`)) return 'redis';
  return 'other';
}
