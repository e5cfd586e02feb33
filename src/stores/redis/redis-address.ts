/** Where a Redis listens, and as whom to speak with it. */
export interface RedisAddress {
  host: string;
  port: number;
  tls: boolean;
  username?: string;
  password?: string;
  database: number;
}

/**
 * Reads `redis://` or, with TLS, `rediss://` and then `[[user][:password]@]host[:port][/database]`.
 * @throws Error that repeats nothing of the URL, for it may hold a password
 */
export function redisAddress(text: string): RedisAddress {
  const url = URL.parse(text);
  if (!url || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '')
    throw new Error('The URL of a Redis begins with redis:// or rediss:// and names a host.');
  const database = /^\/?(\d{0,4})$/.exec(url.pathname)?.[1];
  if (database === undefined)
    throw new Error('After the host of a Redis URL only a database number may follow.');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || 6379),
    tls: url.protocol === 'rediss:',
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    database: Number(database || 0),
  };
}

/** How an address may be named to an operator. */
export const nameOf = ({ host, port }: RedisAddress): string => `${host}:${port}`;
