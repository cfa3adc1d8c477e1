/** The sentence about the brand: the part of a name that tells one firm from another. */
import type { ParsedName } from '../parse/parsed.ts';
import type { Explained, Telling } from './explain.ts';
import { quoted, textOf } from './words.ts';

const brandOf = (name: ParsedName): string => textOf(name, 'brand') || name.brand.join(' ');

const commonness = (bits: number): string =>
  bits < 9 ? 'a very common one' : bits < 14 ? 'not a rare one' : 'a rare one';

const telling = (
  relation: string,
  explanation: string,
  queried: string,
  listed: string,
): Telling => ({
  aspect: 'brand',
  queried,
  listed,
  relation,
  explanation,
});

export const explainBrand = (matched: Explained): Telling => {
  const { queried: a, listed: b, comparison } = matched;
  const brand = comparison.brand;
  const queried = brandOf(a);
  const listed = brandOf(b);
  const differing = brand.hanziDiffers ? ', though their characters differ' : '';
  switch (brand.relation) {
    case 'hanzi':
      return telling(
        'equal',
        `The brand ${quoted(a.hanzi)} is the same, character for character.`,
        queried,
        listed,
      );
    case 'equal':
      if (a.hanzi === '' && b.hanzi === '' && queried.toLowerCase() === listed.toLowerCase()) {
        return telling(
          'equal',
          `The brand ${quoted(listed)} is the same, and ${commonness(brand.shared)} among firms.`,
          queried,
          listed,
        );
      }
      if ((a.hanzi === '') !== (b.hanzi === '')) {
        const hanzi = a.hanzi === '' ? listed : queried;
        return telling(
          'variant',
          `${quoted(a.core)} is how ${hanzi} reads in pinyin.`,
          queried,
          listed,
        );
      }
      return telling(
        'equal',
        `${quoted(queried)} and ${quoted(listed)} are one brand, written apart or together${differing}.`,
        queried,
        listed,
      );
    case 'reading':
      return telling(
        'variant',
        `${quoted(queried)} and ${quoted(listed)} can be two romanisations of one brand${differing}.`,
        queried,
        listed,
      );
    case 'order':
      return telling(
        'variant',
        `The words of the brand ${quoted(listed)} are the same in another order.`,
        queried,
        listed,
      );
    case 'typo': {
      const count = brand.slips === 1 ? 'one letter' : 'two letters';
      return telling(
        'typo',
        brand.neighbours
          ? `${quoted(queried)} and ${quoted(listed)} differ in ${count}, but both read as pinyin: they may well be two brands.`
          : `${quoted(queried)} and ${quoted(listed)} differ in ${count}, as by a slip of the hand.`,
        queried,
        listed,
      );
    }
    case 'partial': {
      const relation = a.cut || b.cut ? 'truncated' : 'variant';
      const more =
        brand.queriedOnly > brand.listedOnly
          ? ' The party has words beside it that the list does not.'
          : brand.listedOnly > 0
            ? ' The list has words beside it that the party does not.'
            : '';
      return telling(
        relation,
        `${quoted(queried)} and ${quoted(listed)} share part of the brand.${more}`,
        queried,
        listed,
      );
    }
    case 'generic':
      return telling(
        'missing',
        'Neither name holds a brand, only words that many firms share.',
        queried,
        listed,
      );
    case 'missing':
      return telling(
        'missing',
        a.core === ''
          ? `The party's name holds no brand; the list has ${quoted(listed)}.`
          : `The listed name holds no brand; the party has ${quoted(queried)}.`,
        queried,
        listed,
      );
    case 'differs':
      return telling(
        'differs',
        `The brands ${quoted(queried)} and ${quoted(listed)} are unlike.`,
        queried,
        listed,
      );
  }
};
