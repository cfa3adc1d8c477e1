import { expect, it } from 'vitest';
import { writeQuery } from './client.ts';
import { createEventParser } from './events.ts';
import { challengeOf } from './oidc.ts';

it('reads server-sent events in whatever pieces they come', () => {
  const text =
    ': beat\n\nid: 7\nevent: raised\ndata: {"a":\ndata: 1}\n\n: beat\n\nevent: withdrawn\r\ndata:x\r\n\r\n';
  const whole = [
    { id: '7', event: 'raised', data: '{"a":\n1}' },
    { id: '7', event: 'withdrawn', data: 'x' },
  ];
  expect(createEventParser()(text)).toEqual(whole);
  const parse = createEventParser();
  expect([...text].flatMap((character) => parse(character))).toEqual(whole);
});

it('leaves out of a query what is empty', () => {
  expect(writeQuery({ a: 'x y', b: '', c: null, d: undefined, limit: 10 })).toBe('?a=x+y&limit=10');
  expect(writeQuery({ a: '' })).toBe('');
});

it('works out the challenge as RFC 7636 has it', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});
