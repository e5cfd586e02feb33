import { z } from 'zod';
import type { IdentityProvider } from '../../../console/identity.ts';
import type { Staff } from '../../../console/staff.ts';
import { CONSOLE_API, CONSOLE_PAGE } from '../../../protocol/console/agreed.ts';
import { type ConsoleRoute, route } from '../route.ts';

const BEGIN = '/oidc';
const BACK = '/oidc/callback';

/** What the page where people sign in is told when that came to nothing. */
const cameToNothing = (why: 'refused' | 'unavailable'): { location: string } => ({
  location: `${CONSOLE_PAGE}#sign-in=${why}`,
});

/** Signing in by another system that vouches for people; there is none without one. */
export function oidcRoutes(
  { signIns }: Staff,
  provider: IdentityProvider,
  onError: (error: unknown) => void,
): ConsoleRoute[] {
  const unavailable = (error: unknown): 'unavailable' => {
    onError(error);
    return 'unavailable';
  };

  return [
    route({
      method: 'GET',
      path: BEGIN,
      summary: 'Sends the browser to the system that vouches for people',
      who: 'anybody',
      scope: null,
      answer: 'redirect',
      limits: ({ address }) => [['signins', address]],
      async handle({ url, cookies }) {
        const begun = await provider.begin(new URL(CONSOLE_API + BACK, url).href).catch(unavailable);
        if (begun === 'unavailable') return cameToNothing(begun);
        cookies.keepPending(begun.pending);
        return { location: begun.url };
      },
    }),
    route({
      method: 'GET',
      path: BACK,
      summary: 'Where the browser comes back from there',
      who: 'anybody',
      scope: null,
      // The other system may add to it what it likes; its client reads it.
      query: z.looseObject({}),
      answer: 'redirect',
      limits: ({ address }) => [['signins', address]],
      async handle({ url, cookies, client }) {
        const { pending } = cookies;
        cookies.dropPending();
        const identity = pending === null ? null : await provider.end(url, pending).catch(unavailable);
        if (identity === 'unavailable') return cameToNothing(identity);
        const signedIn = identity && (await signIns.vouched(identity, client));
        if (!signedIn) return cameToNothing('refused');
        cookies.keep(signedIn);
        return { location: CONSOLE_PAGE };
      },
    }),
  ];
}
