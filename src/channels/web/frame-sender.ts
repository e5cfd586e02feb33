import type { WebSocket } from 'ws';
import type { ServerFrame } from '../../protocol/frames.ts';
import type { EntryBatch } from '../../protocol/entry-stream.ts';

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
  /** Frames as text. */
  #waiting: string[] = [];
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
    if (next === undefined) return;
    this.#socket.send(next, error => {
      if (error) this.#waiting = [];
      this.#sendNext();
    });
  }
}

/**
 * The `entries` frames of a batch. Each part's cursor is its last entry's version, so that a client cut off between two
 * parts goes on from there. An entry is written out once, for measuring and for sending.
 */
function inParts({ entries, cursor, ...rest }: EntryBatch): string[] {
  const parts: string[] = [];
  let part: string[] = [];
  let length = 0;
  for (const [index, entry] of entries.entries()) {
    const text = JSON.stringify(entry);
    if (length > 0 && length + text.length > FRAME_LENGTH) {
      parts.push(frameOf(part, { cursor: entries[index - 1]?.version ?? cursor }));
      part = [];
      length = 0;
    }
    part.push(text);
    length += text.length;
  }
  parts.push(frameOf(part, { cursor, ...rest }));
  return parts;
}

type EntriesFrame = Extract<ServerFrame, { type: 'entries' }>;

function frameOf(entries: string[], rest: Omit<EntriesFrame, 'type' | 'entries'>): string {
  const type: EntriesFrame['type'] = 'entries';
  return `${JSON.stringify({ type, ...rest }).slice(0, -1)},"entries":[${entries.join(',')}]}`;
}
