import { asText, type RedisClient } from './link.ts';

/** What a node says about itself; null where it may not be asked. */
interface Node {
  name: string;
  settings: Record<string, string> | null;
  info: string | null;
}

/**
 * What keeps these nodes from being safe for what Parley stores; one sentence each.
 * @param nodes those that take writes
 */
export async function redisWarnings(nodes: RedisClient[]): Promise<string[]> {
  const asked = await Promise.all(nodes.map(ask));
  return asked.flatMap(node => warningsOf(node).map(sentence => `Redis at ${node.name}: ${sentence}`));
}

async function ask(client: RedisClient): Promise<Node> {
  const { host, port } = client.options.socket as { host: string; port: number };
  const [settings, info] = await Promise.all([
    asText(client)
      .configGet('*')
      .catch(() => null),
    asText(client)
      .info()
      .catch(() => null),
  ]);
  return { name: `${host}:${port}`, settings, info };
}

function warningsOf({ settings, info }: Node): string[] {
  return [
    ...(settings ? aboutSettings(settings) : [UNKNOWN_SETTINGS]),
    ...(info === null ? [UNKNOWN_STATE] : aboutState(info)),
  ];
}

const UNKNOWN_SETTINGS =
  'CONFIG GET is not allowed, so it could not be checked whether it keeps what it is given; ask the hoster for appendonly yes, appendfsync always and maxmemory-policy noeviction.';
const UNKNOWN_STATE =
  'INFO is not allowed, so it could not be checked whether it writes to disk and who copies it.';

function aboutSettings(settings: Record<string, string>): string[] {
  const { appendonly, appendfsync } = settings;
  const policy = settings['maxmemory-policy'] ?? 'noeviction';
  return [
    appendonly !== 'yes' &&
      'it writes no append-only file, so all that was stored since its last dump is lost when it ends; set appendonly yes and appendfsync always.',
    appendonly === 'yes' &&
      appendfsync !== 'always' &&
      `appendfsync is ${appendfsync}, so ${appendfsync === 'no' ? 'half a minute' : 'about a second'} of confirmed messages can be lost when its machine fails; set appendfsync always.`,
    appendonly === 'yes' &&
      settings['no-appendfsync-on-rewrite'] === 'yes' &&
      'no-appendfsync-on-rewrite is yes, so confirmed messages can be lost when its machine fails during a rewrite; set it to no.',
    policy !== 'noeviction' &&
      `maxmemory-policy is ${policy}, so it deletes conversations and cases when its memory is full; set noeviction.`,
  ].filter(sentence => sentence !== false);
}

function aboutState(info: string): string[] {
  const value = (name: string): string => new RegExp(`^${name}:(.*?)\r?$`, 'm').exec(info)?.[1] ?? '';
  const replicas = Number(value('connected_slaves'));
  return [
    value('role') === 'slave' && 'it is a replica, which takes no writes; name the master.',
    value('aof_last_write_status') === 'err' &&
      'its last write to the append-only file failed; look at its log and its disk.',
    replicas > 0 &&
      'its replicas are sent writes only after they were confirmed, so the last ones can be lost when a replica takes over.',
  ].filter(sentence => sentence !== false);
}
