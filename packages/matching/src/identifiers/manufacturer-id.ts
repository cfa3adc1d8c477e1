/**
 * The manufacturer ID (MID) that a US importer would make of a name and an address.
 *
 * Country, the first three letters of the first two words of the name, up to four digits of the
 * highest number in the street, the first three letters of the city: 'CNHETHAO123HOT'. Source: 19
 * CFR part 102, appendix. A MID is made by hand from what the invoice says, so it supports a match
 * and never decides one.
 */
const skipped = new Set(['a', 'an', 'and', 'of', 'the']);

const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['.\u2019]|\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !skipped.has(word));

/** The MID without the country; the city part is empty where no city is known. */
export interface ManufacturerId {
  readonly country: string;
  readonly name: string;
  readonly number: string;
  readonly city: string;
}

/** The letters a name gives: 'HETHAO' for Hetian Haolin; empty where it has no Latin words. */
export const manufacturerNamePart = (name: string): string => {
  const [first, second] = plainWords(name);
  return `${first?.slice(0, 3) ?? ''}${second?.slice(0, 3) ?? ''}`.toUpperCase();
};

/** Takes a MID apart; undefined for what is none. */
export const readManufacturerId = (value: string): ManufacturerId | undefined => {
  const parts = /^([A-Z]{2})([A-Z0-9]*?[A-Z])(\d{1,4})?([A-Z]{3})$/.exec(value);
  if (parts === null || value.length > 15) return undefined;
  const [, country = '', name = '', number = '', city = ''] = parts;
  return name.length < 3 || name.length > 6 ? undefined : { country, name, number, city };
};
