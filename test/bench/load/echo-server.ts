// A process of its own: the ceiling for a durable turn. It reads and understands nothing: of each frame it stores as
// many bytes as Parley does for that message of the talk, synced to disk as Parley's are, and sends the frame back.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { type WebSocket, WebSocketServer } from 'ws';
import { GroupCommit } from '../../../src/stores/sqlite/group-commit.ts';

const [file = '', sizes = ''] = process.argv.slice(2);
/** What is stored for the opening frame and for each message of the talk. */
const bodies = (JSON.parse(sizes) as number[]).map(size => 'x'.repeat(size));

const database = new DatabaseSync(file);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
database.exec('CREATE TABLE said (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = database.prepare('INSERT INTO said (body) VALUES (?)');
const commits = new GroupCommit(database);

function serve(socket: WebSocket): void {
  let next = 0;
  const echo = async (data: Buffer): Promise<void> => {
    const body = bodies[next++] ?? '';
    await commits.run(() => insert.run(body));
    socket.send(data, { binary: false });
  };
  socket.on('message', (data: Buffer) => void echo(data));
}

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', serve);
await once(server, 'listening');
process.stdout.write(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
