/**
 * Where an issuer keeps its keys, by OpenID Connect Discovery. Only the issuer that the settings name
 * is ever asked, and keys only at its own origin, unless the settings name another place: nothing
 * that stands in a token leads anywhere.
 */
import { z } from 'zod';

export interface OidcIssuer {
  /** As its tokens name it, to the letter. */
  readonly issuer: string;
  /** Where its keys are, if not where its discovery document says, at its own origin. */
  readonly keysUrl: string | null;
}

const documentSchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

const mostBytes = 1_000_000;
const timeoutMs = 5000;

/** Rejects with the code 'issuer-unusable' when it can not be reached or says what can not be. */
export async function discoverKeysUrl({ issuer, keysUrl }: OidcIssuer): Promise<URL> {
  if (keysUrl !== null) return new URL(keysUrl);
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = documentSchema.safeParse(await fetchJson(url));
  if (!document.success) throw unusable(`${url} is no discovery document`, document.error);
  if (document.data.issuer !== issuer) {
    throw unusable(`${url} speaks for ${document.data.issuer}, not for ${issuer}`);
  }
  const found = new URL(document.data.jwks_uri);
  if (found.origin !== new URL(issuer).origin) {
    throw unusable(
      `${issuer} keeps its keys at ${found.origin}: if that is right, name the place in the settings`,
    );
  }
  return found;
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json' },
    });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    const text = await answer.text();
    if (text.length > mostBytes) throw new Error('it is too long');
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw unusable(`${url} can not be read`, error);
  }
}

function unusable(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code: 'issuer-unusable' });
}
