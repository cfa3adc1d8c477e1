import { createManualClock, createSilentLogger } from '@herkomst/runtime/testing';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startIssuer, type TestIssuer } from './issuer.testing.ts';
import { createOidcReader, type OidcReaderParts } from './reader.ts';

const start = '2026-11-24T08:00:00.000Z';
const startS = Date.parse(start) / 1000;

let issuer: TestIssuer;
beforeEach(async () => {
  issuer = await startIssuer(new Date(start));
});
afterEach(() => issuer.close());

function open(some: Partial<OidcReaderParts> = {}) {
  const logger = createSilentLogger();
  const clock = createManualClock(start);
  const reader = createOidcReader({
    issuer: issuer.url,
    keysUrl: null,
    audiences: ['herkomst', 'console'],
    claims: { roles: 'roles', roleNames: null, tenant: null, id: 'sub' },
    tenant: 'acme',
    clockToleranceS: 30,
    clock,
    logger,
    keysCooldownMs: 0,
    ...some,
  });
  return { logger, clock, read: (token: string) => reader.authenticate(token) };
}

const ann = {
  kind: 'person',
  id: 'ann',
  name: 'Ann O’Neill',
  roles: ['analyst'],
  tenant: 'acme',
  operator: false,
  actions: null,
  perMinute: null,
  credential: 'oidc/acme/ann',
};

describe('a token of the issuer', () => {
  it.each(['RS256', 'ES256'] as const)('signed with %s says who calls', async (algorithm) => {
    const { read } = open();
    expect(await read(await issuer.token({}, { algorithm }))).toEqual(ann);
    expect(await read(await issuer.token({ aud: ['x', 'console'] }, { algorithm }))).toEqual(ann);
  });

  it('holds from its time on until its end, and no longer than the clocks may differ', async () => {
    const { read, clock } = open();
    const token = await issuer.token({ nbf: startS + 10, exp: startS + 100 });
    expect(await read(token)).toEqual(ann);
    await clock.advance(129_000);
    expect(await read(token)).toEqual(ann);
    await clock.advance(1_000);
    expect(await read(token)).toBeNull();
    expect(await read(await issuer.token({ nbf: startS + 300 }))).toBeNull();
  });

  it.each<[what: string, payload: Record<string, unknown>]>([
    ['expired', { exp: startS - 31 }],
    ['without an end', { exp: undefined }],
    ['for somebody else', { aud: 'another' }],
    ['for nobody', { aud: undefined }],
    ['of another issuer', { iss: 'https://issuer.example' }],
    ['of no issuer', { iss: undefined }],
    ['about nobody', { sub: undefined }],
    ['about a blank', { sub: ' ' }],
    ['about a number', { sub: 7 }],
  ])('that is %s is nobody’s', async (_what, payload) => {
    expect(await open().read(await issuer.token(payload))).toBeNull();
  });

  it('that was changed, or signed by another or by nobody, is nobody’s', async () => {
    const { read } = open();
    const token = await issuer.token();
    const [head, , signature] = token.split('.');
    const payload = { iss: issuer.url, aud: 'herkomst', sub: 'ann', exp: startS + 60 };
    const swapped = Buffer.from(JSON.stringify(payload)).toString('base64url');
    const unsigned = new UnsecuredJWT(payload).encode();
    const secret = new TextEncoder().encode('a secret that is shared by both sides');
    const shared = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', kid: 'RS256-1' })
      .sign(secret);
    const other = await startIssuer(new Date(start));
    const foreign = await other.token({ iss: issuer.url });
    const pointing = await other.token(
      { iss: issuer.url },
      { header: { jku: `${other.url}/keys` } },
    );
    const askedBefore = other.asked.length;
    for (const each of [
      `${head}.${swapped}.${signature}`,
      `${head}.${swapped}.`,
      unsigned,
      `${unsigned}AA`,
      shared,
      foreign,
      pointing,
      '',
      'a.b.c',
      'herkomst_0123456789abcdef_x',
      `${'a'.repeat(20_000)}.b.c`,
    ]) {
      expect(await read(each), each.slice(0, 80)).toBeNull();
    }
    expect(other.asked).toHaveLength(askedBefore);
    await other.close();
  });
});

describe('keys', () => {
  it('are asked for once, and again for one that is not known', async () => {
    const { read } = open();
    for (const sub of ['ann', 'ben', 'ann']) {
      expect(await read(await issuer.token({ sub }))).toMatchObject({ id: sub });
    }
    expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
    const old = await issuer.token();
    await issuer.rotate();
    expect(await read(await issuer.token())).toEqual(ann);
    expect(issuer.asked).toHaveLength(3);
    expect(await read(old)).toBeNull();
  });

  it('that nobody has are not asked for at each token', async () => {
    const { read } = open({ keysCooldownMs: 3_600_000 });
    expect(await read(await issuer.token())).toEqual(ann);
    for (const kid of ['unknown', 'other', 'unknown']) {
      expect(await read(await issuer.token({}, { header: { kid } }))).toBeNull();
    }
    expect(issuer.asked).toHaveLength(2);
  });

  it('are kept where the issuer is, unless the settings say where', async () => {
    const elsewhere = await startIssuer(new Date(start));
    issuer.document = { jwks_uri: `${elsewhere.url}/keys` };
    await expect(open().read(await issuer.token())).rejects.toMatchObject({
      code: 'issuer-unusable',
      message: expect.stringContaining(elsewhere.url),
    });
    expect(elsewhere.asked).toEqual([]);
    const token = await elsewhere.token({ iss: issuer.url });
    expect(await open({ keysUrl: `${elsewhere.url}/keys` }).read(token)).toEqual(ann);
    await elsewhere.close();
  });

  it.each<[what: string, change: (issuer: TestIssuer) => void]>([
    ['does not answer', (given) => (given.status = 503)],
    ['sends elsewhere', (given) => (given.status = 302)],
    ['speaks for another', (given) => (given.document = { issuer: 'https://issuer.example' })],
    ['has no keys', (given) => (given.document = { jwks_uri: undefined })],
    ['has nothing there', (given) => (given.document = { jwks_uri: `${given.url}/nothing` })],
  ])('of an issuer that %s make an error, not a nobody', async (_what, change) => {
    const { read } = open();
    const token = await issuer.token();
    const { document, status } = issuer;
    change(issuer);
    await expect(read(token)).rejects.toBeInstanceOf(Error);
    Object.assign(issuer, { document, status });
    expect(await open().read(token)).toEqual(ann);
  });
});

describe('claims', () => {
  it.each<[roles: unknown, ours: readonly string[]]>([
    [
      ['lead', 'analyst', 'something'],
      ['analyst', 'lead'],
    ],
    ['viewer analyst', ['viewer', 'analyst']],
    [['operator', 'root', 7, null], []],
    [undefined, []],
    [{ admin: true }, []],
  ])('of roles %j make %j', async (roles, ours) => {
    expect(await open().read(await issuer.token({ roles }))).toMatchObject({ roles: ours });
  });

  it('may stand within others, under other names', async () => {
    const roleNames = new Map([
      ['trade/analysts', 'analyst'],
      ['trade/heads', 'lead'],
    ] as const);
    const { read } = open({
      claims: { roles: 'realm_access.roles', roleNames, tenant: 'org', id: 'email' },
    });
    const claims = {
      realm_access: { roles: ['trade/heads', 'admin'] },
      org: 'bolt',
      email: ' Ann@Bolt.example ',
    };
    expect(await read(await issuer.token(claims))).toMatchObject({
      id: 'ann@bolt.example',
      tenant: 'bolt',
      roles: ['lead'],
      credential: 'oidc/bolt/ann@bolt.example',
    });
    expect(await read(await issuer.token({ ...claims, email_verified: false }))).toBeNull();
    for (const org of [undefined, '', 'No Tenant', ['bolt'], "x'; drop"]) {
      expect(await read(await issuer.token({ ...claims, org })), String(org)).toBeNull();
    }
  });

  it('make nobody an operator, and nobody’s prototype a claim', async () => {
    const { read } = open({
      claims: { roles: 'constructor.name', roleNames: null, tenant: null, id: 'sub' },
    });
    const token = await issuer.token({ operator: true });
    expect(await read(token)).toMatchObject({ operator: false, roles: [] });
  });
});
