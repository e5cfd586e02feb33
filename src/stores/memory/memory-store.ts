import type { Append, AppendResult, Store, StoredEvent } from '../store.ts';

/** Events in this process's memory, for tests and for trying things out: nothing outlives the process. */
export function memoryStore(): Store {
  const all: StoredEvent[] = [];
  const byStream = new Map<string, StoredEvent[]>();
  const checkpoints = new Map<string, number>();

  /** Through JSON, as in every other store: what a reader does to an event must not change the past. */
  const copies = (events: StoredEvent[]): StoredEvent[] =>
    JSON.parse(JSON.stringify(events)) as StoredEvent[];
  const streamOf = (stream: string): StoredEvent[] => byStream.get(stream) ?? [];

  return {
    async append({ stream, expectedVersion, cause, at, events }: Append): Promise<AppendResult> {
      const before = streamOf(stream);
      const first = before.filter(stored => stored.cause === cause);
      if (first.length > 0) return { outcome: 'duplicate', events: copies(first) };
      if (before.length !== expectedVersion) return { outcome: 'conflict', version: before.length };
      const added = copies(
        events.map((event, index) => ({
          position: all.length + index + 1,
          stream,
          version: expectedVersion + index + 1,
          at,
          cause,
          event,
        })),
      );
      all.push(...added);
      byStream.set(stream, [...before, ...added]);
      return { outcome: 'stored', events: copies(added) };
    },
    async read(stream, after = 0) {
      return copies(streamOf(stream).slice(Math.max(0, after)));
    },
    async readCause(stream, cause) {
      return copies(streamOf(stream).filter(stored => stored.cause === cause));
    },
    async readAll(after, limit) {
      const from = Math.max(0, after);
      return copies(all.slice(from, from + limit));
    },
    async streams(prefix, after, limit) {
      const names = [...byStream.keys()].filter(name => name.startsWith(prefix) && name > after);
      return names.sort().slice(0, limit);
    },
    async checkpoint(reader) {
      return checkpoints.get(reader) ?? 0;
    },
    async saveCheckpoint(reader, position) {
      checkpoints.set(reader, position);
    },
    async close() {},
  };
}
