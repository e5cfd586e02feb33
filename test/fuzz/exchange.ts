import { connect } from 'node:net';
import { httpRepliesIn } from './http-replies.ts';
import type { PortAnswer } from './answer.ts';

/** Milliseconds without an answer after which the client ends its side, as one does that has nothing more to say. */
const NOTHING_MORE = 50;
/** Milliseconds after which a server that neither answers nor closes is called silent. */
const SILENCE = 5_000;

/** Sends bytes to a port on a connection of their own and takes what comes back until the connection is closed. */
export function exchange(port: number, bytes: Buffer): Promise<PortAnswer> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const received: Buffer[] = [];
    let since = performance.now();
    let milliseconds: number | null = null;

    const answered = (): void => {
      milliseconds ??= performance.now() - since;
    };
    const done = (isSilent: boolean): void => {
      clearTimeout(patience);
      clearTimeout(nothingMore);
      socket.destroy();
      answered();
      resolve({ way: 'port', reply: Buffer.concat(received), isSilent, milliseconds: milliseconds ?? 0 });
    };
    const endOwnSide = (): void => {
      if (milliseconds === null) since = performance.now();
      socket.end();
    };
    const patience = setTimeout(() => done(true), SILENCE);
    const nothingMore = setTimeout(endOwnSide, NOTHING_MORE);

    socket.on('connect', () => {
      since = performance.now();
      socket.write(bytes);
    });
    socket.on('data', (chunk: Buffer) => {
      answered();
      received.push(chunk);
      if (isWhole(Buffer.concat(received))) endOwnSide();
    });
    socket.on('error', () => {});
    socket.on('close', () => done(false));
  });
}

function isWhole(bytes: Buffer): boolean {
  try {
    const { replies, rest } = httpRepliesIn(bytes);
    return replies.length > 0 && rest.length === 0 && replies.at(-1)?.status !== 100;
  } catch {
    return true;
  }
}
