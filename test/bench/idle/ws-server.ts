// A process of its own: what a connection costs when nothing knows whose it is.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', socket =>
  socket.on('message', (data: Buffer) => socket.send(data, { binary: false })),
);
await once(server, 'listening');
process.stdout.write(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
