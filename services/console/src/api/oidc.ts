/**
 * Signing in with the organisation's own provider: OpenID Connect, authorisation code with PKCE.
 * The console is a public client: it holds no secret, and the code is of no use without the verifier.
 */
import { textOf } from './shape.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

interface Started {
  readonly state: string;
  readonly verifier: string;
  readonly settings: OidcSettings;
  readonly tokenEndpoint: string;
  /** Where to go on after it. */
  readonly back: string;
}

const place = 'herkomst.oidc';
const redirectUri = (): string => `${window.location.origin}/console/`;

/** Leaves the page for the provider's. Rejects when the provider can not be reached. */
export async function beginSignIn(settings: OidcSettings, back: string): Promise<void> {
  const found = await discover(settings.issuer);
  const verifier = randomText();
  const state = randomText();
  const started: Started = { state, verifier, settings, back, tokenEndpoint: found.token };
  sessionStorage.setItem(place, JSON.stringify(started));
  const url = new URL(found.authorize);
  const parameters = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: redirectUri(),
    scope: settings.scopes.join(' '),
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  window.location.assign(url);
}

/**
 * Ends what `beginSignIn` began, when the provider sent the browser back: the access token, and
 * where to go on. Null when this is no such return. Rejects when the provider refused.
 */
export async function finishSignIn(
  query: URLSearchParams,
): Promise<{ readonly token: string; readonly back: string } | null> {
  const kept = sessionStorage.getItem(place);
  if (kept === null || !query.has('state')) return null;
  sessionStorage.removeItem(place);
  const started = JSON.parse(kept) as Started;
  if (query.get('state') !== started.state) throw new Error('the answer is not to our question');
  const refusal = query.get('error');
  if (refusal !== null) throw new Error(query.get('error_description') ?? refusal);
  const answer = await fetch(started.tokenEndpoint, {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: query.get('code') ?? '',
      redirect_uri: redirectUri(),
      client_id: started.settings.clientId,
      code_verifier: started.verifier,
    }),
  });
  if (!answer.ok) throw new Error(`the provider answered ${answer.status}`);
  const token = textOf(await answer.json(), 'access_token');
  return { token, back: started.back };
}

async function discover(issuer: string): Promise<{ authorize: string; token: string }> {
  const answer = await fetch(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`, {
    credentials: 'omit',
  });
  if (!answer.ok) throw new Error(`the provider answered ${answer.status}`);
  const found: unknown = await answer.json();
  if (textOf(found, 'issuer') !== issuer) throw new Error('the provider names another issuer');
  return {
    authorize: textOf(found, 'authorization_endpoint'),
    token: textOf(found, 'token_endpoint'),
  };
}

/** RFC 7636: base64url of the SHA-256 of the verifier. */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
