/** Something committed, and where it stands in its partition. */
export interface Committed {
  position: number;
  /** Instant of the commit, ISO 8601 in UTC. */
  at: string;
}

/** How far a round has come. */
export interface Round {
  /** Asked before each step: false where another process goes on from here, or this one is to stop. */
  mayGoOn(next: Committed): Promise<boolean>;
  /** All up to a position is done. What is done of a round counts when it is over, or when it was broken off. */
  done(position: number): void;
}

/** What is done once after each commit, by one process for each partition at a time; what waits for what, the work knows. */
export interface Work<T extends Committed = Committed> {
  /** Under this name the place is kept up to which it was done; another name begins anew. */
  reader: string;
  /** Milliseconds between two rounds: what is committed meanwhile is taken together. */
  paceMs: number;
  /** What is to be done above a position, of at most `limit` commits, and the position that reaches. */
  read(partition: number, after: number, limit: number): Promise<{ items: T[]; upTo: number }>;
  /** Does it, at least once. False where it was broken off. */
  take(items: T[], round: Round): Promise<boolean>;
}
