import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';
import { freePort } from './real-server.ts';

export interface ProviderOptions {
  /** What is known of people, by the name they sign in with there. */
  people: Record<string, Record<string, unknown>>;
}

export const CLIENT = { id: 'parley', secret: 'a secret between the two' };

/** A real OpenID Connect provider on a free port; its pages take any password. */
export class OidcProvider {
  readonly issuer: string;
  readonly #options: ProviderOptions;
  #server: Server | null = null;

  private constructor(port: number, options: ProviderOptions) {
    this.issuer = `http://127.0.0.1:${port}`;
    this.#options = options;
  }

  static async prepare(options: ProviderOptions): Promise<OidcProvider> {
    return new OidcProvider(await freePort(), options);
  }

  /** @param back where it may send browsers back to */
  async start(back: string): Promise<void> {
    const { people } = this.#options;
    const provider = new Provider(this.issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [back] }],
      pkce: { required: () => true },
      claims: {
        email: ['email', 'email_verified'],
        profile: ['name', 'preferred_username', 'groups'],
      },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, ...people[id] }),
      }),
    });
    this.#server = createServer((request, response) => void provider.callback()(request, response));
    this.#server.listen(Number(new URL(this.issuer).port), '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}
