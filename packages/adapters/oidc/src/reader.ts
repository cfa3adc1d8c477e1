/**
 * Reads access and ID tokens (JWT, RFC 7519) that people bring from an OpenID Connect issuer. A
 * token that does not hold is nobody's; an issuer that can not be asked is an error, for then
 * nobody knows.
 */
import type { Caller, Clock, Logger } from '@herkomst/runtime';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { callerFrom, type OidcClaims } from './caller.ts';
import { discoverKeysUrl, type OidcIssuer } from './issuer.ts';

export interface OidcReaderParts extends OidcIssuer {
  /** A token must be made for one of them. */
  readonly audiences: readonly string[];
  readonly claims: OidcClaims;
  /** Whose everybody is where no claim says it. */
  readonly tenant: string;
  /** How far the issuer's clock may be from ours, in seconds. */
  readonly clockToleranceS: number;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Keys are asked for again for an unknown one, but no sooner than this; default 30 000. */
  readonly keysCooldownMs?: number;
}

export interface OidcReader {
  /** Null for what is no token of the issuer, or does not hold. Rejects when it can not be asked. */
  authenticate(token: string): Promise<Caller | null>;
}

/** Signatures by keys that the issuer alone has: none, and none that is a shared secret. */
const algorithms = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

const shape = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const longest = 16_384;

export function createOidcReader(parts: OidcReaderParts): OidcReader {
  const { issuer, audiences, claims, tenant, clockToleranceS, clock, logger } = parts;
  const cooldownMs = parts.keysCooldownMs ?? 30_000;
  const keys = keysOf(parts, cooldownMs);
  return {
    async authenticate(token) {
      if (token.length > longest || !shape.test(token)) return null;
      try {
        const { payload } = await jwtVerify(token, await keys(), {
          issuer,
          audience: [...audiences],
          algorithms,
          requiredClaims: ['exp'],
          currentDate: new Date(clock.now()),
          clockTolerance: clockToleranceS,
        });
        const reading = callerFrom(payload, claims, tenant);
        if (reading.kind === 'caller') return reading.caller;
        logger.info({ reason: reading.reason }, 'a token holds and says too little');
        return null;
      } catch (error) {
        if (!isFaultOfToken(error)) throw error;
        logger.debug({ code: error.code, reason: error.message }, 'a token does not hold');
        return null;
      }
    },
  };
}

/** The issuer's keys, found when first needed, and after a failure not at once again. */
function keysOf(issuer: OidcIssuer, cooldownMs: number): () => Promise<JWTVerifyGetKey> {
  let found: Promise<JWTVerifyGetKey> | null = null;
  return () => {
    found ??= discoverKeysUrl(issuer).then((url) =>
      createRemoteJWKSet(url, { cooldownDuration: cooldownMs, timeoutDuration: 5000 }),
    );
    const asked = found;
    asked.catch(() => {
      setTimeout(() => {
        if (found === asked) found = null;
      }, cooldownMs).unref();
    });
    return asked;
  };
}

/** Of the errors of jose, those that the token is to blame for, and not the issuer or the way to it. */
function isFaultOfToken(error: unknown): error is errors.JOSEError {
  if (!(error instanceof errors.JOSEError)) return false;
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  // What jose says of an answer that is no key set is of its base class.
  return error.constructor !== errors.JOSEError;
}
