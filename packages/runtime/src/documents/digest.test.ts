import { expect, test } from 'vitest';
import { composeDigest, fillDigest } from '../routing/digest.ts';
import { sha256 } from '../sha256.ts';
import { noticeDigestSchema } from './digest.ts';

test('a digest is written as its schema says', async () => {
  const entry = composeDigest(
    { tenant: 'acme', receiver: 'desk', members: ['gone'] },
    '2026-11-24T08:00:00.000Z',
    sha256,
  );
  const event: unknown = JSON.parse(await fillDigest(entry.document, async () => null));
  expect(noticeDigestSchema.parse(event)).toEqual(event);
  expect(event).toMatchObject({
    id: entry.outboxId,
    herkomsttenant: 'acme',
    data: { receiver: 'desk', notices: [], missing: ['gone'] },
  });
});

test('is the same for the same members, and another for others', () => {
  const idOf = (tenant: string, receiver: string, ...members: string[]) =>
    composeDigest({ tenant, receiver, members }, '2026-11-24T08:00:00.000Z', sha256).outboxId;
  expect(idOf('t', 'desk', 'a', 'b')).toBe(idOf('t', 'desk', 'a', 'b'));
  const others = [idOf('t', 'desk', 'a'), idOf('t', 'mail', 'a', 'b'), idOf('u', 'desk', 'a', 'b')];
  expect(new Set([idOf('t', 'desk', 'a', 'b'), ...others]).size).toBe(4);
});
