import type { WebSocket } from 'ws';
import type { Entry } from '../../protocol/entry.ts';
import type { ServerFrame } from '../../protocol/frames.ts';
import type { EntryBatch } from './entry-stream.ts';

/** Characters of entries in one frame, unless a single entry is longer. */
const FRAME_LENGTH = 64 * 1024;
/** Bytes of short frames a client may leave unread before it is taken for one that never reads. */
const MOST_UNREAD = 1024 * 1024;

/**
 * Sends frames to one socket without piling up what a slow client has not read: a long transcript goes out in parts,
 * each after the one before has left this process. Never throws; a socket that is gone swallows what is sent.
 */
export class FrameSender {
  readonly #socket: WebSocket;
  #waiting: EntryBatch[] = [];
  #isSending = false;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Sends a short frame at once, ahead of entries that wait. */
  send(frame: ServerFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MOST_UNREAD) this.#socket.terminate();
    else this.#socket.send(JSON.stringify(frame), () => {});
  }

  /** Sends entries after all those given before. The batch's cursor and language are told with the last of them. */
  sendEntries(batch: EntryBatch): void {
    this.#waiting.push(...inParts(batch));
    if (!this.#isSending) this.#sendNext();
  }

  #sendNext(): void {
    const next = this.#waiting.shift();
    this.#isSending = next !== undefined;
    if (!next) return;
    const frame: ServerFrame = { type: 'entries', ...next };
    this.#socket.send(JSON.stringify(frame), error => {
      if (error) this.#waiting = [];
      this.#sendNext();
    });
  }
}

/** Each part's cursor is its last entry's version, so that a client cut off between two parts goes on from there. */
function inParts({ entries, cursor, ...rest }: EntryBatch): EntryBatch[] {
  const parts: Entry[][] = [[]];
  let length = 0;
  for (const entry of entries) {
    const added = JSON.stringify(entry).length;
    if (length > 0 && length + added > FRAME_LENGTH) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(entry);
    length += added;
  }
  return parts.map((part, index) =>
    index === parts.length - 1
      ? { entries: part, cursor, ...rest }
      : { entries: part, cursor: part.at(-1)?.version ?? cursor },
  );
}
