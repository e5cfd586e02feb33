/** Whatever lists streams by name: a store, or a ledger. */
interface Lists {
  streams(prefix: string, after: string, limit: number): Promise<string[]>;
}

const PAGE = 500;

/** Names of all streams that start with a prefix, sorted, page by page. */
export async function* streamPages(of: Lists, prefix: string): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const names = await of.streams(prefix, after, PAGE);
    const last = names.at(-1);
    if (last === undefined) return;
    after = last;
    yield names;
  }
}

/** Names of all streams that start with a prefix, sorted, one by one. */
export async function* streamNames(of: Lists, prefix: string): AsyncGenerator<string> {
  for await (const names of streamPages(of, prefix)) yield* names;
}
