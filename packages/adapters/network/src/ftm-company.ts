/** A company or person of FollowTheMoney, as the network knows companies. */
import { isPlaceholder, type Company, type CompanyIdentifier } from '@herkomst/core';
import type { FtmEntity } from './ftm-entity.ts';

/** Schemata of those who can stand in a supply chain; others are passed over. */
const schemata: ReadonlySet<string> = new Set([
  'Company',
  'Organization',
  'LegalEntity',
  'PublicBody',
  'Person',
]);

/** FollowTheMoney's properties for identifiers that shipments bear too. */
const schemes: Readonly<Record<string, string>> = {
  leiCode: 'LEI',
  uscCode: 'USCC',
  dunsCode: 'DUNS',
  vatCode: 'VAT',
};

/** What a source may say of a firm that bears on forced labour; other topics are left out. */
const topics: ReadonlySet<string> = new Set([
  'forced.labor',
  'debarment',
  'export.control',
  'export.risk',
  'sanction',
  'sanction.linked',
]);

export function isCompanySchema(schema: string): boolean {
  return schemata.has(schema);
}

/** Null when it has no name. */
export function companyOf(entity: FtmEntity): Company | null {
  const names = [
    ...entity.texts('name'),
    ...entity.texts('alias'),
    ...entity.texts('previousName'),
  ];
  const [name, ...otherNames] = [...new Set(names)].filter((each) => !isPlaceholder(each));
  if (name === undefined) return null;
  const told = placesOf(entity);
  const [place] = entity.texts('address');
  const identifiers = identifiersOf(entity, told.country);
  const known = entity.texts('topics').filter((topic) => topics.has(topic));
  return {
    id: `ftm:${entity.id}`,
    name,
    ...(otherNames.length > 0 && { otherNames }),
    ...told,
    ...(place !== undefined && { place }),
    ...(entity.schema === 'Person' && { person: true }),
    ...(identifiers.length > 0 && { identifiers }),
    ...(known.length > 0 && { topics: known }),
  };
}

/** FollowTheMoney writes countries in lower case, some subdivisions ('cn-xj') among them. */
function placesOf(entity: FtmEntity): Pick<Company, 'country' | 'region'> {
  const codes = ['jurisdiction', 'mainCountry', 'country'].flatMap((property) =>
    entity.texts(property).map((code) => code.toUpperCase()),
  );
  const country = codes.find((code) => /^[A-Z]{2}(?:-|$)/.test(code))?.slice(0, 2);
  const region = codes.find((code) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code));
  return {
    ...(country !== undefined && { country }),
    ...(region !== undefined && { region }),
  };
}

function identifiersOf(entity: FtmEntity, country: string | undefined): CompanyIdentifier[] {
  const found = Object.entries(schemes).flatMap(([property, scheme]) =>
    entity.texts(property).map((value) => ({ scheme, value })),
  );
  for (const value of entity.texts('registrationNumber')) {
    // China registers firms under their unified social credit code.
    if (/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/i.test(value)) {
      found.push({ scheme: 'USCC', value: value.toUpperCase() });
    } else if (country !== undefined) {
      found.push({ scheme: `REG-${country}`, value });
    }
  }
  const keys = new Set<string>();
  return found.filter(({ scheme, value }) => {
    const key = `${scheme}:${value}`;
    return !keys.has(key) && keys.add(key) !== undefined;
  });
}
