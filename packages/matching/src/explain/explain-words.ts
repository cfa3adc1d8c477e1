/** Sentences about the words around the brand: place, trade, body, numbers, form, and filler. */
import { placeLabel, places, provinceOf, unknownPlace } from '../parse/places.ts';
import type { ParsedName } from '../parse/parsed.ts';
import type { Explained, Telling } from './explain.ts';
import { labelsOf, quoted, textOf } from './words.ts';

const nothing = undefined;

const slipNote = (name: ParsedName, partClass: 'place' | 'industry'): string => {
  const slipped = name.parts.find((part) => part.partClass === partClass && part.how === 'typo');
  return slipped === undefined ? '' : ` (${quoted(slipped.text)} read as ${slipped.label})`;
};

/** '和田' for a place that has Hanzi, else its label. */
const printed = (id: number): string => {
  const place = places[id];
  return place === undefined ? 'that place' : place.hanzi === '' ? place.label : place.hanzi;
};

const provinceName = (ids: readonly number[]): string => {
  for (const id of ids) {
    const province = id < unknownPlace ? provinceOf(id) : -1;
    if (province >= 0) return placeLabel(province);
  }
  return '';
};

export const explainPlaces = (matched: Explained): Telling | undefined => {
  const { queried: a, listed: b, comparison } = matched;
  const queried = textOf(a, 'place');
  const listed = textOf(b, 'place');
  const note = slipNote(a, 'place') || slipNote(b, 'place');
  const tell = (relation: string, explanation: string): Telling => ({
    aspect: 'place',
    queried,
    listed,
    relation,
    explanation,
  });
  switch (comparison.place) {
    case 'none':
      return nothing;
    case 'listed-only':
      return tell('missing', `The list names ${quoted(listed)}; the party's name holds no place.`);
    case 'queried-only':
      return tell('missing', `The party names ${quoted(queried)}; the listed name holds no place.`);
    case 'unknown':
      return tell(
        'ignored',
        `Of ${quoted(queried)} and ${quoted(listed)} one is in no table of places, so they prove nothing.`,
      );
    case 'equal': {
      if (queried === listed) return tell('equal', `Both name the place ${quoted(listed)}.`);
      const shared = a.places.find((id) => b.places.includes(id));
      const inHanzi = shared === undefined || shared >= unknownPlace ? '' : `, ${printed(shared)}`;
      return tell(
        note === '' ? 'variant' : 'typo',
        `${quoted(queried)} and ${quoted(listed)} name one place${inHanzi}${note}.`,
      );
    }
    case 'overlap':
    case 'related':
    case 'within':
      return tell('variant', `Of ${quoted(queried)} and ${quoted(listed)} one lies in the other.`);
    case 'sibling':
      return tell(
        'differs',
        `${quoted(queried)} and ${quoted(listed)} are two places in ${provinceName(a.places) || 'one province'}.`,
      );
    case 'conflict':
      return tell('differs', `${quoted(queried)} and ${quoted(listed)} lie far apart: two places.`);
  }
};

export const explainTrade = (matched: Explained): Telling | undefined => {
  const { queried: a, listed: b, comparison } = matched;
  const { industry, business } = comparison;
  if (industry.relation === 'none' && business.relation === 'none') return nothing;
  const words = (name: ParsedName): string =>
    [textOf(name, 'industry'), textOf(name, 'business')].filter(Boolean).join(' ');
  const queried = words(a);
  const listed = words(b);
  const tell = (relation: string, explanation: string): Telling => ({
    aspect: 'industry',
    queried,
    listed,
    relation,
    explanation,
  });
  const labels = labelsOf(b, 'industry', 'business').join(', ');
  switch (industry.relation) {
    case 'equal':
      return queried === listed
        ? tell('equal', `The trade is the same: ${quoted(listed)}.`)
        : tell(
            'variant',
            `${quoted(queried)} and ${quoted(listed)} are wordings of one trade: ${labels}.`,
          );
    case 'overlap':
    case 'within':
      return tell('variant', `The trades ${quoted(queried)} and ${quoted(listed)} overlap.`);
    case 'related':
    case 'sibling':
      return tell(
        'differs',
        `The trades ${quoted(queried)} and ${quoted(listed)} are akin, but not the same.`,
      );
    case 'conflict':
      return tell('differs', `The trades ${quoted(queried)} and ${quoted(listed)} differ.`);
    case 'queried-only':
    case 'listed-only':
    case 'unknown':
    case 'none':
      break;
  }
  if (queried === '' || listed === '') {
    return tell(
      'missing',
      queried === ''
        ? `The list has the trade ${quoted(listed)}; the party names none.`
        : `The party has the trade ${quoted(queried)}; the list names none.`,
    );
  }
  return ['equal', 'overlap', 'within'].includes(business.relation)
    ? tell('variant', `${quoted(queried)} and ${quoted(listed)} share their general words.`)
    : tell('differs', `${quoted(queried)} and ${quoted(listed)} say nothing alike of the trade.`);
};

export const explainBody = (matched: Explained): Telling | undefined => {
  const { queried: a, listed: b, comparison } = matched;
  const queried = textOf(a, 'body');
  const listed = textOf(b, 'body');
  const tell = (relation: string, explanation: string): Telling => ({
    aspect: 'body',
    queried,
    listed,
    relation,
    explanation,
  });
  switch (comparison.body) {
    case 'none':
      return nothing;
    case 'queried-only':
    case 'listed-only':
    case 'unknown':
      return tell('missing', `Only one of the names says ${quoted(queried || listed)}.`);
    case 'equal':
    case 'overlap':
    case 'within':
    case 'related':
      return queried === listed
        ? tell('equal', `Both are called ${quoted(listed)}.`)
        : tell('variant', `${quoted(queried)} and ${quoted(listed)} are the same sort of body.`);
    case 'sibling':
    case 'conflict':
      return tell('differs', `${quoted(queried)} is another sort of body than ${quoted(listed)}.`);
  }
};

export const explainNumbers = (matched: Explained): Telling | undefined => {
  const { queried: a, listed: b, comparison } = matched;
  if (comparison.number === 'none') return nothing;
  const queried = a.numbers.join(' ');
  const listed = b.numbers.join(' ');
  const tell = (relation: string, explanation: string): Telling => ({
    aspect: 'number',
    queried,
    listed,
    relation,
    explanation,
  });
  if (comparison.number === 'equal') return tell('equal', `Both bear the number ${listed}.`);
  if (comparison.number === 'queried-only' || comparison.number === 'listed-only') {
    return tell('missing', `Only one of the names bears the number ${queried || listed}.`);
  }
  return comparison.number === 'overlap' || comparison.number === 'within'
    ? tell('variant', `The numbers ${queried} and ${listed} are the same in part.`)
    : tell('differs', `Number ${queried} is not number ${listed}.`);
};

export const explainLegalForm = (matched: Explained): Telling | undefined => {
  const { queried: a, listed: b, comparison } = matched;
  const queried = textOf(a, 'legal');
  const listed = textOf(b, 'legal');
  const tell = (relation: string, explanation: string): Telling => ({
    aspect: 'legal-form',
    queried,
    listed,
    relation,
    explanation,
  });
  switch (comparison.legal) {
    case 'none':
      return nothing;
    case 'queried-only':
    case 'listed-only':
    case 'unknown':
      return tell('ignored', 'Only one of the names has a legal form; papers often leave it out.');
    case 'conflict':
      return tell(
        'differs',
        `${quoted(queried)} and ${quoted(listed)} are forms of two countries.`,
      );
    case 'within':
      return tell('differs', 'One of the names is a branch.');
    case 'equal':
      return queried === listed
        ? tell('equal', `The legal form is the same: ${quoted(listed)}.`)
        : tell('variant', `${quoted(queried)} and ${quoted(listed)} are one legal form.`);
    case 'overlap':
    case 'related':
    case 'sibling':
      return tell(
        'variant',
        `${quoted(queried)} and ${quoted(listed)} are legal forms that papers mix up.`,
      );
  }
};

export const explainLooseWords = (matched: Explained): Telling | undefined => {
  const queried = textOf(matched.queried, 'loose');
  const listed = textOf(matched.listed, 'loose');
  if (queried === listed) return nothing;
  return {
    aspect: 'filler',
    queried,
    listed,
    relation: 'ignored',
    explanation: `Words that come and go between a firm's names were ignored: ${[queried, listed]
      .filter(Boolean)
      .map(quoted)
      .join(' and ')}.`,
  };
};
