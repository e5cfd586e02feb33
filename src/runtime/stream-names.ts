/** Whatever lists streams by name: a store, or a ledger. */
interface Lists {
  streams(prefix: string, after: string, limit: number): Promise<string[]>;
}

const PAGE = 500;

/** Names of all streams that start with a prefix, sorted, read page by page. */
export async function* streamNames(of: Lists, prefix: string): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const names = await of.streams(prefix, after, PAGE);
    const last = names.at(-1);
    if (last === undefined) return;
    after = last;
    yield* names;
  }
}
