export interface RedisPlace {
  /** `redis://` or `rediss://`; several are nodes of one cluster. */
  urls: string[];
  /** What the keys begin with, so that several Parleys can share a Redis. */
  prefix: string;
}

/** The braces put all keys into one slot of a cluster, as BullMQ's scripts need it. */
export const queuePrefix = (prefix: string): string => `{${prefix}jobs}`;

/** The key of the list of the latest attempts. */
export const logKey = (prefix: string): string => `${queuePrefix(prefix)}:log`;
