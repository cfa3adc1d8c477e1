/** An OpenID provider that lets Ann in at once: what a browser meets of one, with PKCE checked. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startIssuer } from '../../packages/adapters/oidc/src/issuer.testing.ts';

export const clientId = 'herkomst-console';

export interface TestProvider {
  readonly url: string;
  /** Where the keys are that its tokens are signed with. */
  readonly keysUrl: string;
  close(): Promise<void>;
}

export async function startProvider(): Promise<TestProvider> {
  const signer = await startIssuer(new Date());
  /** By code: the challenge that the verifier must answer to. */
  const challenges = new Map<string, string>();
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        connection: 'close',
      });
      response.end(JSON.stringify(body));
    };
    const asked = new URL(request.url ?? '/', url);
    if (asked.pathname === '/.well-known/openid-configuration') {
      answer(200, {
        issuer: url,
        jwks_uri: `${signer.url}/keys`,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
      });
    } else if (asked.pathname === '/authorize') {
      const { searchParams: given } = asked;
      const code = `code-${challenges.size + 1}`;
      challenges.set(code, given.get('code_challenge') ?? '');
      const back = new URL(given.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', given.get('state') ?? '');
      response.writeHead(302, { location: back.href, connection: 'close' }).end();
    } else if (asked.pathname === '/token') {
      const form = new URLSearchParams(await readText(request));
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (challenges.get(form.get('code') ?? '') !== proof) {
        answer(400, { error: 'invalid_grant' });
        return;
      }
      const token = await signer.token({ iss: url, aud: clientId, roles: ['analyst'] });
      answer(200, { access_token: token, token_type: 'Bearer', expires_in: 3600 });
    } else answer(404, {});
  };
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    keysUrl: `${signer.url}/keys`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await signer.close();
    },
  };
}

async function readText(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
