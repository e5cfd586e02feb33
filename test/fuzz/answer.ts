interface Heard {
  /** Neither an answer nor a closed connection, for seconds. */
  isSilent: boolean;
  /** From the input to the first answer, as seen by the client. */
  milliseconds: number;
}
export interface SocketAnswer extends Heard {
  way: 'socket' | 'console';
  frames: string[];
}
export interface PortAnswer extends Heard {
  way: 'port';
  reply: Buffer;
}

/** What came back for one input. */
export type Answer = SocketAnswer | PortAnswer;
