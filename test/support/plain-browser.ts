/** A browser without scripts: it keeps cookies by host and port, follows redirects and sends forms. */
export class PlainBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Where it is. */
  url = '';
  page = '';
  /** Addresses that it was sent to, oldest first. */
  readonly visited: string[] = [];

  async go(url: string, form?: Record<string, string>): Promise<void> {
    let answer = await this.#ask(url, form);
    for (let left = 20; answer.status >= 300 && answer.status < 400; left -= 1) {
      if (left === 0) throw new Error(`sent on without end from ${url}`);
      answer = await this.#ask(new URL(answer.headers.get('location') ?? '', this.url).href);
    }
    this.page = await answer.text();
  }

  /** Sends the form of the page, its hidden fields included. */
  async submit(fields: Record<string, string> = {}): Promise<void> {
    const action = /<form[^>]*action="([^"]+)"/.exec(this.page)?.[1];
    if (action === undefined) throw new Error(`there is no form at ${this.url}`);
    const hidden = [...this.page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]+)"/g)];
    const given = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    await this.go(new URL(action, this.url).href, { ...given, ...fields });
  }

  cookie(url: string, name: string): string | undefined {
    return this.#cookies.get(new URL(url).host)?.get(name);
  }

  async #ask(url: string, form?: Record<string, string>): Promise<Response> {
    this.url = url;
    this.visited.push(url);
    const cookies = this.#cookies.get(new URL(url).host) ?? new Map<string, string>();
    this.#cookies.set(new URL(url).host, cookies);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, decodeURIComponent(value));
    }
    return answer;
  }
}
