// A process of its own: the ceiling for a durable turn. It reads and understands nothing: of each frame it stores as
// many bytes as Parley does for that message of the talk, synced to disk as Parley's are, and sends the frame back.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { bareInserts } from './bare-inserts.ts';

const [file = '', json = ''] = process.argv.slice(2);
/** Bytes for the opening frame and for each message of the talk. */
const sizes = JSON.parse(json) as number[];
const inserts = bareInserts(file);

function serve(socket: WebSocket): void {
  let next = 0;
  const echo = async (data: Buffer): Promise<void> => {
    await inserts.insert(sizes[next++] ?? 0);
    socket.send(data, { binary: false });
  };
  socket.on('message', (data: Buffer) => void echo(data));
}

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', serve);
await once(server, 'listening');
process.stdout.write(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
