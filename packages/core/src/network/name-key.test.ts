import { describe, expect, test } from 'vitest';
import { nameKey } from './name-key.ts';

describe('the key of a name', () => {
  test.each([
    ['Hetian Haolin Hair Accessories Co., Ltd.', 'HETIAN HAOLIN HAIR ACCESSORIES COMPANY LIMITED'],
    ['Müller & Söhne GmbH', 'MULLER UND SOHNE', false],
    ['Müller & Sohn GmbH', 'Muller and Sohn'],
    ['Wig World B.V.', 'Wig World BV'],
    ['Filati S.p.A.', 'FILATI SPA'],
    ['洛浦县发制品有限公司', '洛浦县发制品有限责任公司'],
    ['Alpha Trading', 'Alpha Trading Group', false],
    ['Foshan Baolin Ceramics', 'Foshan Baolin Ceramic', false],
  ])('of %j and %j', (a, b, equal = true) => {
    expect(nameKey(a) === nameKey(b)).toBe(equal);
  });

  test.each(['Co., Ltd.', 'Limited', '有限公司', 'S.A.', '!!!', ''])(
    'of %j leaves what there is',
    (name) => {
      expect(() => nameKey(name)).not.toThrow();
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
    },
  );
});
