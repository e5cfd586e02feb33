/** Somebody another system vouches for. */
export interface Identity {
  /** What they are known by here. */
  login: string;
  /** What they are called there; null where it does not say. */
  name: string | null;
  /** Whether they may work here without having been invited. */
  mayJoin: boolean;
}

/** Another system that vouches for who somebody is, such as that of the operator's organisation. */
export interface IdentityProvider {
  /** What it is called on the page where people sign in. */
  readonly label: string;
  /**
   * Begins a sign-in.
   * @param back where the browser is to come back
   * @returns where to send the browser, and what that browser must bring back unseen by anybody else
   */
  begin(back: string): Promise<{ url: string; pending: string }>;
  /**
   * Ends a sign-in.
   * @param url where the browser came back, with all that it brought in it
   * @returns null where it did not come from such a beginning, nobody is vouched for, or they gave it up
   * @throws Error, with nothing of the person in it, where the other system cannot be asked or is set up wrongly
   */
  end(url: URL, pending: string): Promise<Identity | null>;
}
