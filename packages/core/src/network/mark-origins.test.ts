import { describe, expect, test } from 'vitest';
import { buildRulebook } from '../testing/rulebook.ts';
import type { Company } from './link.ts';
import { markOrigins, originOf } from './mark-origins.ts';
import { SupplyNetwork } from './network.ts';

const rulebook = buildRulebook();
const rules = rulebook.definition.factors['supply.network'];
const of = (name: string, more: Partial<Company> = {}) =>
  originOf({ name, country: 'CN', ...more }, rulebook);

describe('taint begins', () => {
  test('at a firm on a list, limited to the goods of its order', () => {
    expect(of('Lop County Meixin Hair Products Co., Ltd.')).toEqual({
      entityIds: ['cbp:meixin'],
      hsPrefixes: ['0501', '6703', '6704'],
      region: null,
      namedElsewhere: false,
      probability: 0.99,
      sure: true,
    });
  });

  test('with less where the name may only be the listed one', () => {
    const origin = of('Lop County Cotton');
    expect(origin).toMatchObject({ entityIds: ['cbp:meixin'], sure: false });
    const { candidateProbability } = rulebook.definition.factors['entity.listed'];
    expect(origin?.probability).toBeLessThanOrEqual(candidateProbability);
  });

  test('in Xinjiang, by code or by place, for all goods', () => {
    const whole = { entityIds: [], hsPrefixes: [], region: 'xinjiang', probability: 1, sure: true };
    expect(of('Golden Field', { region: 'CN-XJ' })).toMatchObject(whole);
    expect(of('Golden Field', { place: 'Aksu' })).toMatchObject(whole);
    expect(of('Lop County Cotton', { region: 'CN-XJ' })).toMatchObject(whole);
    expect(of('Golden Field', { place: 'Aksu', region: 'CN-SD' })).toBeNull();
    expect(of('Golden Field', { place: 'Lop' })).toBeNull();
  });

  test('where a source says so, by id or by topic', () => {
    expect(of('Renamed Firm', { entityIds: ['cbp:meixin', 'no:such'] })).toMatchObject({
      entityIds: ['cbp:meixin'],
      sure: true,
    });
    expect(of('Named Firm', { topics: ['forced.labor'] })).toMatchObject({
      namedElsewhere: true,
      probability: rules.namedElsewhere,
      sure: false,
    });
  });

  test('nowhere else', () => {
    expect(of('Foshan Baolin Ceramics')).toBeNull();
    expect(of('Debarred Firm', { topics: ['debarment', 'sanction'] })).toBeNull();
  });
});

test('looking again after the lists changed takes stale origins away', () => {
  const network = new SupplyNetwork({ rules, asOf: '2026-03-01' });
  const at = network.addCompany({
    name: 'X Firm',
    country: 'CN',
    entityIds: ['cbp:meixin', 'no:such'],
  });
  expect(markOrigins(network, rulebook)).toEqual({ origins: 1, unknownEntityIds: ['no:such'] });
  expect(network.originOf(at)).toBeDefined();
  expect(markOrigins(network, { ...rulebook, entities: new Map() })).toMatchObject({ origins: 0 });
  expect(network.taint.isTainted(at)).toBe(false);
});
