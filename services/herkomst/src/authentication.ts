/** Who calls: by a key of the store, the settings' token, or what an OpenID Connect issuer gave. */
import type { HttpServerOptions } from '@herkomst/adapter-http';
import { createOidcReader } from '@herkomst/adapter-oidc';
import { systemClock, type KeyDesk, type Logger } from '@herkomst/runtime';
import type { Config } from './config.ts';

export function authenticateBy(
  keys: KeyDesk,
  { oidc, tenant }: Pick<Config, 'oidc' | 'tenant'>,
  logger: Logger,
): Pick<HttpServerOptions, 'authenticate' | 'oidc'> {
  if (oidc === null) return { authenticate: (token) => keys.authenticate(token) };
  const { issuer, clientId, scopes, audience, keysUrl, claims, clockToleranceS } = oidc;
  const reader = createOidcReader({
    issuer,
    keysUrl,
    audiences: [audience],
    claims,
    tenant,
    clockToleranceS,
    clock: systemClock,
    logger,
  });
  return {
    authenticate: async (token) =>
      (await keys.authenticate(token)) ?? (await reader.authenticate(token)),
    oidc: { issuer, clientId, scopes: [...scopes] },
  };
}
