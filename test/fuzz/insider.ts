import { CONSOLE_API, CONSOLE_HEADER, SESSION_COOKIE } from '../../src/protocol/console/agreed.ts';
import type { FuzzedServer } from './fuzzed-server.ts';

const LOGIN = 'insider';
const PASSWORD = '模糊测试用的一个够长的口令';

/** The first supervisor, whose sessions some inputs have. */
export class Insider {
  readonly #url: string;

  private constructor(url: string) {
    this.#url = url;
  }

  static async join(server: FuzzedServer): Promise<Insider> {
    const insider = new Insider(`http://127.0.0.1:${server.port}${CONSOLE_API}`);
    const [, token] = await server.writes(/#link=([\w-]+)\n/);
    await insider.#post('/setup', { token, login: LOGIN, name: '王主任', password: PASSWORD });
    return insider;
  }

  /** The token of a new session: what is sent may end those there were. */
  signIn(): Promise<string> {
    return this.#post('/session', { login: LOGIN, password: PASSWORD });
  }

  async #post(path: string, order: object): Promise<string> {
    const answer = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [CONSOLE_HEADER]: '1' },
      body: JSON.stringify(order),
    });
    const [, session] =
      new RegExp(`${SESSION_COOKIE}=([^;]+)`).exec(answer.headers.get('set-cookie') ?? '') ?? [];
    if (session === undefined) throw new Error(`${path} is answered with ${answer.status}`);
    return session;
  }
}
