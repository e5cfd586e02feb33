/**
 * A process that writes into a store until it has written enough or is killed, each event at the version it read.
 * Prints each version after it was stored. Arguments: file, stream, name of the writer, number of events.
 */
import { writeSync } from 'node:fs';
import type { StreamEvent } from '../../src/stores/store.ts';
import { sqliteStore } from '../support/stores.ts';

const [file = '', stream = '', name = '', count = '0'] = process.argv.slice(2);
const store = sqliteStore(file);
let version = 0;
for (let written = 0; written < Number(count); ) {
  const cause = `${name}-${written}`;
  const event: StreamEvent = { type: 'UserSaid', message: cause, text: `由 ${name} 写`, evidence: [] };
  const at = new Date().toISOString();
  const result = await store.append({
    stream,
    owner: stream,
    expectedVersion: version,
    cause,
    at,
    events: [event],
  });
  if (result.outcome === 'erased') break;
  if (result.outcome === 'conflict') {
    version = result.version;
    continue;
  }
  version = result.events.at(-1)?.version ?? version;
  written++;
  writeSync(1, `${version}\n`);
}
await store.close();
