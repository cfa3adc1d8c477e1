import type { ListedEntity } from '@herkomst/core';
import { describe, expect, it } from 'vitest';
import { buildIndex } from './build-index.ts';
import { type IndexFault, IndexFormatError, loadIndex, saveIndex } from './save-index.ts';

const entity: ListedEntity = {
  id: 'list:haolin',
  kind: 'organization',
  name: 'Hetian Haolin Hair Accessories Co., Ltd.',
  aliases: [{ name: '和田浩林发饰品有限公司', kind: 'native-script' }],
  addresses: [],
  identifiers: [],
  listings: [{ clause: 'ii', effectiveDate: '2026-01-01' }],
  status: 'active',
  url: 'https://example.org',
};

const faultOf = (bytes: Uint8Array): IndexFault | undefined => {
  try {
    loadIndex(bytes);
  } catch (error) {
    return error instanceof IndexFormatError ? error.code : undefined;
  }
  return undefined;
};

describe('a saved index', () => {
  const bytes = saveIndex(buildIndex([entity]));
  const changed = (at: number): Uint8Array => {
    const copy = bytes.slice();
    copy[at] = (copy[at] ?? 0) ^ 255;
    return copy;
  };

  it('loads from any position in a larger block', () => {
    const block = new Uint8Array(bytes.length + 3);
    block.set(bytes, 3);
    expect(saveIndex(loadIndex(block.subarray(3)))).toEqual(bytes);
  });

  it.each<[string, Uint8Array, IndexFault]>([
    ['nothing', new Uint8Array(0), 'not-an-index'],
    ['other bytes', new Uint8Array(500), 'not-an-index'],
    ['another version', changed(4), 'other-version'],
    ['other tables', changed(8), 'other-tables'],
    ['a lost end', bytes.slice(0, -8), 'damaged'],
    ['a changed byte', changed(bytes.length - 20), 'damaged'],
  ])('is refused with %s', (_what, given, fault) => {
    expect(faultOf(given)).toBe(fault);
  });
});
