import * as oidc from 'openid-client';
import type { Identity, IdentityProvider } from '../console/identity.ts';

export interface OidcSettings {
  /** Its address; http only where it lies on this machine. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that is somebody's login here. */
  loginClaim: string;
  /** Whoever has this value in this claim may come without an invitation; null: nobody. */
  allow: { claim: string; value: string } | null;
  label: string;
}

/** Seconds for an answer of the provider. */
const PATIENCE = 10;

/** A provider that speaks OpenID Connect: authorisation code with PKCE, state and nonce. It is first asked when needed. */
export function oidcIdentity(settings: OidcSettings): IdentityProvider {
  let found: Promise<oidc.Configuration> | null = null;
  const provider = (): Promise<oidc.Configuration> => {
    found ??= discover(settings).catch((error: unknown) => {
      found = null;
      throw safe(error);
    });
    return found;
  };

  return {
    label: settings.label,

    async begin(back) {
      const known = await provider();
      const [state, nonce, verifier] = [
        oidc.randomState(),
        oidc.randomNonce(),
        oidc.randomPKCECodeVerifier(),
      ];
      const url = oidc.buildAuthorizationUrl(known, {
        redirect_uri: back,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      // All three are base64url.
      return { url: url.href, pending: [state, nonce, verifier].join('.') };
    },

    async end(url, pending) {
      const [state, nonce, verifier] = pending.split('.');
      const isOurs = state !== undefined && nonce !== undefined && verifier !== undefined;
      if (!isOurs || url.searchParams.get('state') !== state) return null;
      if (url.searchParams.has('error')) return null;
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const known = await provider();
      try {
        return identityOf(await claimsOf(known, url, checks), settings);
      } catch (error) {
        throw safe(error);
      }
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const isPlain = url.protocol === 'http:';
  return oidc.discovery(url, clientId, clientSecret, undefined, {
    timeout: PATIENCE,
    ...(isPlain ? { execute: [oidc.allowInsecureRequests] } : {}),
  });
}

type Claims = Record<string, unknown>;

/** What the provider says of somebody, in the token it signed and where it is asked with that. */
async function claimsOf(
  known: oidc.Configuration,
  url: URL,
  checks: oidc.AuthorizationCodeGrantChecks,
): Promise<Claims> {
  const tokens = await oidc.authorizationCodeGrant(known, url, checks);
  const claims = tokens.claims();
  if (!claims) throw new Error('no ID token');
  const hasMore = known.serverMetadata().userinfo_endpoint !== undefined;
  const more = hasMore ? await oidc.fetchUserInfo(known, tokens.access_token, claims.sub) : {};
  return { ...more, ...claims };
}

function identityOf(claims: Claims, { loginClaim, allow }: OidcSettings): Identity | null {
  const login = claims[loginClaim];
  if (typeof login !== 'string' || login === '') return null;
  // Where anybody may write any address into their profile, it says nothing of who they are.
  if (loginClaim === 'email' && claims['email_verified'] !== true) return null;
  const name = typeof claims['name'] === 'string' ? claims['name'] : null;
  return { login, name, mayJoin: allow !== null && [claims[allow.claim]].flat().includes(allow.value) };
}

/** Errors of the library hold requests and answers; only what kind they are of is kept. */
function safe(error: unknown): Error {
  const { name, code, error: reason } = error as { name?: string; code?: string; error?: string };
  const kinds = [name, code, reason].filter(kind => typeof kind === 'string' && /^[\w .-]{1,60}$/.test(kind));
  return new Error(`the OIDC provider could not be asked: ${kinds.join(' ')}`);
}
