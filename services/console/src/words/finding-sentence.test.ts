import { expect, it } from 'vitest';
import { writeFinding, type TellableFinding } from './finding-sentence.ts';
import { findingNames } from './groups.ts';
import { writePath } from './paths.ts';
import { reasons } from './reasons.ts';
import { createWords } from './words.tsx';

const nl = createWords('nl');
const shipment = {
  parties: [{ role: 'exporter' as const, name: 'Hotan Hair', otherNames: [], identifiers: [] }],
  items: [{ lineNumber: 7, commodityCode: '670420', description: 'Wigs' }],
};

const listed: TellableFinding = {
  factor: 'entity.listed',
  path: 'data.parties[0].name',
  matched: 'Hotan Hair',
  summary: 'The exporter "Hotan Hair" is Hetian Haolin, on the UFLPA Entity List.',
  match: null,
  citation: {
    list: 'us-uflpa',
    listTitle: 'UFLPA Entity List',
    entry: 'Hetian Haolin',
    listVersion: '1',
    effectiveDate: '2022-06-21',
    url: 'https://www.dhs.gov',
  },
};

it('says in English what the screener says', () => {
  expect(writeFinding(listed, createWords('en'), shipment)).toBe(listed.summary);
});

it('makes the Dutch sentence of the parts', () => {
  expect(writeFinding(listed, nl, shipment)).toBe(
    'Naam van de exporteur: "Hotan Hair" is Hetian Haolin, op de UFLPA-lijst van entiteiten (sinds 21 jun 2022).',
  );
});

it('does not say "is" of a match that a person must settle', () => {
  const match = { listedName: 'x', probability: 0.6, tier: 'candidate' as const, pieces: [] };
  expect(writeFinding({ ...listed, match }, nl, shipment)).toContain('is mogelijk');
});

it('has a Dutch sentence for every finding that it can name', () => {
  const against = Object.keys(reasons)
    .filter((key) => key.startsWith('factor.against.'))
    .map((key) => key.slice('factor.'.length));
  for (const factor of [...findingNames, ...against]) {
    expect(writeFinding({ ...listed, factor }, nl, shipment), factor).not.toBe(listed.summary);
  }
});

it('leaves a finding it does not know in the words of the screener', () => {
  const unknown = { ...listed, factor: 'a.finding.of.tomorrow' };
  expect(writeFinding(unknown, nl, shipment)).toBe(listed.summary);
});

it('says where in the declaration', () => {
  const en = createWords('en');
  expect(writePath('data.parties[0].address.city', en, shipment)).toBe('address of the exporter');
  expect(writePath('data.items[0].commodityCode', en, shipment)).toBe('HS code, line 7');
  expect(writePath('data.transport.portOfLoading', nl, shipment)).toBe('laadhaven');
  expect(writePath('data.parties', nl, null)).toBe('partijen');
});
