/** One thing that is sent to the server. */
export interface Input {
  /** The frame or route it is, or was before it was damaged. */
  meant: string;
  /** Over the socket of a conversation, over one that has not said who it is, over a console's, or as it is to the port. */
  way: 'conversation' | 'stranger' | 'console' | 'port';
  bytes: Buffer;
}

/** Who may speak for a conversation that inputs name, rightly and wrongly. */
export interface Owned {
  conversation: string;
  token: string;
}

/** What inputs name: a conversation, and a supervisor's session. */
export interface Known extends Owned {
  session: string;
}

/** Stands in what people and programs send; it may come back to its own conversation, and nowhere else. */
export const CANARY = 'kanarienvogel7412';
