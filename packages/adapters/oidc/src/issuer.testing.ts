/** A little issuer on loopback, with keys that are made as it starts and can be rotated. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export interface TestIssuer {
  readonly url: string;
  /** Paths that were asked for, in their order. */
  readonly asked: readonly string[];
  /** What its discovery document says besides, or instead. */
  document: Record<string, unknown>;
  /** What it answers to everything; 200 for what is right. */
  status: number;
  /** Takes other keys for those it had. */
  rotate(): Promise<void>;
  /** A token for `ann` that holds until an hour from now, but for what is said otherwise. */
  token(
    payload?: Record<string, unknown>,
    more?: { readonly algorithm?: 'RS256' | 'ES256'; readonly header?: Record<string, unknown> },
  ): Promise<string>;
  close(): Promise<void>;
}

interface Key {
  readonly algorithm: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export async function startIssuer(now: Date): Promise<TestIssuer> {
  let generation = 0;
  let keys = new Map<string, Key>();
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        issuer: issuer.url,
        jwks_uri: `${issuer.url}/keys`,
        ...issuer.document,
      },
      '/keys': { keys: [...keys.values()].map(({ jwk }) => jwk) },
    };
    const status = answers[path] === undefined ? 404 : issuer.status;
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    response.end(status === 200 ? JSON.stringify(answers[path]) : '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function rotate(): Promise<void> {
    generation += 1;
    const made = ['RS256', 'ES256'].map(async (algorithm): Promise<[string, Key]> => {
      const { privateKey, publicKey } = await generateKeyPair(algorithm);
      const kid = `${algorithm}-${generation}`;
      const jwk = { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' };
      return [algorithm, { algorithm, privateKey, jwk }];
    });
    keys = new Map(await Promise.all(made));
  }

  const issuer: TestIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    document: {},
    status: 200,
    rotate,
    async token(payload = {}, { algorithm = 'RS256', header = {} } = {}) {
      const { privateKey, jwk } = keys.get(algorithm) as Key;
      const at = Math.floor(now.getTime() / 1000);
      const claims = {
        iss: issuer.url,
        aud: 'herkomst',
        sub: 'ann',
        name: 'Ann O’Neill',
        roles: ['analyst'],
        iat: at,
        exp: at + 3600,
        ...payload,
      };
      return new SignJWT(claims)
        .setProtectedHeader({ alg: algorithm, kid: String(jwk.kid), ...header })
        .sign(privateKey);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  await rotate();
  return issuer;
}
