import { describe, expect, test } from 'vitest';
import { allDeterminers } from '../determinations/all.ts';
import { allFinders } from '../findings/all.ts';
import type { Finder } from '../findings/finder.ts';
import { buildRulebook, sha256ForTests } from '../testing/rulebook.ts';
import { buildParty, buildShipment, type ShipmentChanges } from '../testing/shipment.ts';
import { canonicalJson } from '../text/digest.ts';
import { assess, assessWith, digestShipment, isUnaltered } from './assess.ts';

const rulebook = buildRulebook();

/** Bad in many ways, so that findings of most kinds are there. */
const guilty: ShipmentChanges = {
  transport: { placeOfReceipt: 'CNURC', vessel: { name: 'Da Wang', imo: '8765432' } },
  parties: [
    {
      name: 'Hetian Haolin Hair Accessories Co., Ltd.',
      address: {
        lines: ['No. 4 Yulongwan Road, Beijing Industrial Park'],
        city: 'Luopu',
        region: 'Xinjiang',
        postcode: '848200',
        country: 'CN',
      },
      identifiers: [{ scheme: 'USCC', value: '91410000000000000A' }],
      phone: '+86 903 6823456',
    },
    { role: 'exporter', name: 'Lop County Trading', identifiers: [] },
    { role: 'importer', name: 'Wig World', address: { lines: [], country: 'US' } },
  ],
  items: [
    { commodityCode: '67042000', description: 'Wigs of human hair', countryOfOrigin: 'CN' },
    {
      commodityCode: '67041100',
      description: 'Wigs 100% human hair',
      grossMassKg: 10,
      value: { amount: 100, currency: 'USD' },
    },
    { commodityCode: '0303', description: 'Frozen fish', countryOfOrigin: 'VN' },
  ],
};

describe('an innocent shipment', () => {
  const assessment = assess(buildShipment(), rulebook);

  test('is clear, at no more than the base rate', () => {
    expect(assessment).toMatchObject({ verdict: 'clear', severity: 'low', gaps: [] });
    expect(assessment.score).toBeLessThanOrEqual(0.02);
  });

  test('is ruled on under every regime', () => {
    expect(assessment.determinations.map(({ regime, status }) => [regime, status])).toEqual([
      ['us-uflpa', 'not-indicated'],
      ['us-cbp-wro', 'not-indicated'],
      ['us-caatsa', 'not-indicated'],
      ['eu-2024-3015', 'not-applicable'],
      ['oecd-due-diligence', 'not-indicated'],
    ]);
  });
});

describe('a shipment of a listed maker', () => {
  const shipment = buildShipment(guilty);
  const assessment = assess(shipment, rulebook);

  test('alerts', () => {
    expect(assessment).toMatchObject({ verdict: 'alert', severity: 'critical' });
  });

  test('has a score that its pieces add up to, to the last decimal', () => {
    const tenThousandths = (value: number): number => Math.round(value * 10_000);
    for (const { pieces, contribution, id } of assessment.findings) {
      const sum = pieces.reduce((total, { weight }) => total + tenThousandths(weight), 0);
      expect([id, sum]).toEqual([id, tenThousandths(contribution)]);
    }
    const { baseline, calibration, findings, score } = assessment;
    const sum = findings.reduce(
      (total, { contribution }) => total + tenThousandths(contribution),
      tenThousandths(baseline),
    );
    const logOdds = calibration.intercept + (calibration.slope * sum) / 10_000;
    expect(score).toBe(Number((1 / (1 + Math.exp(-logOdds))).toFixed(4)));
  });

  test('names each finding by an id of its own, a path in the event and the text there', () => {
    const ids = assessment.findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(assessment.findings.length).toBeGreaterThan(8);
    for (const { path, matched } of assessment.findings) {
      expect(matched).not.toBe('');
      expect(valueAt({ data: shipment }, path)).toBeDefined();
    }
  });

  test('is written in canonical order as it stands', () => {
    const { hash, ...body } = assessment;
    expect(JSON.stringify(body)).toBe(canonicalJson(body));
    expect(hash).toBe(sha256ForTests(canonicalJson(body)));
  });

  test('shows when somebody altered it, also after a store has turned its members', () => {
    const turned = JSON.parse(JSON.stringify(assessment), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    );
    expect(isUnaltered(turned, sha256ForTests)).toBe(true);
    expect(isUnaltered({ ...assessment, score: 0.1 }, sha256ForTests)).toBe(false);
  });
});

describe('the same inputs', () => {
  test('give the same bytes, from memory or not', () => {
    const warm = buildRulebook();
    const bytes = [guilty, {}].map((changes) =>
      JSON.stringify(assess(buildShipment(changes), warm)),
    );
    const again = [guilty, {}].map((changes) =>
      JSON.stringify(assess(buildShipment(changes), warm)),
    );
    const cold = [guilty, {}].map((changes) =>
      JSON.stringify(assess(buildShipment(changes), buildRulebook())),
    );
    expect(again).toEqual(bytes);
    expect(cold).toEqual(bytes);
  });

  test('give the same bytes whatever order their members were written in', () => {
    const shipment = buildShipment(guilty);
    const turned = { ...shipment, parties: shipment.parties.map(reverseMembers) };
    expect(assess(turned, rulebook)).toEqual(assess(shipment, rulebook));
    expect(digestShipment(turned, rulebook)).toBe(digestShipment(shipment, rulebook));
  });

  test('differ in digest and hash where one fact differs', () => {
    const one = assess(buildShipment(), rulebook);
    const other = assess(buildShipment({ shipmentId: 'S-2' }), rulebook);
    expect(other.shipmentDigest).not.toBe(one.shipmentDigest);
    expect(other.hash).not.toBe(one.hash);
  });
});

describe('what could not be evaluated', () => {
  const broken: Finder = {
    name: 'place.xinjiang',
    find: () => {
      throw new Error('the index is torn');
    },
  };

  test('is a gap that says what failed, and never clear', () => {
    const assessment = assessWith(
      buildShipment(),
      rulebook,
      [...allFinders, broken],
      allDeterminers,
    );
    expect(assessment.verdict).toBe('unknown');
    expect(assessment.gaps).toEqual([
      {
        factor: 'place.xinjiang',
        path: 'data',
        reason: 'the check "place.xinjiang" failed: the index is torn',
      },
    ]);
    expect(assessment.determinations[0]?.status).toBe('undetermined');
  });

  test('does not keep another finder from alerting', () => {
    const assessment = assessWith(
      buildShipment(guilty),
      rulebook,
      [broken, ...allFinders],
      allDeterminers,
    );
    expect(assessment.verdict).toBe('alert');
    expect(assessment.gaps).not.toEqual([]);
  });

  test('may be a rule: it is undetermined, and a gap', () => {
    const assessment = assessWith(buildShipment(), rulebook, allFinders, [
      {
        regime: 'us-uflpa',
        url: 'https://example.org',
        determine: () => {
          throw new Error('no such clause');
        },
      },
    ]);
    expect(assessment.determinations).toMatchObject([
      { regime: 'us-uflpa', status: 'undetermined' },
    ]);
    expect(assessment.verdict).toBe('unknown');
  });

  test('is a party the matcher breaks on; a listed one beside it still alerts', () => {
    const matcher = {
      match: ({ names }: { names: readonly string[] }) => {
        if (names.includes('Breaks')) throw new Error('bad name');
        return buildRulebook().matcher.match({ names });
      },
    };
    const assessment = assess(
      buildShipment({
        parties: [
          { role: 'exporter', name: 'Breaks' },
          { name: 'Hetian Haolin Hair Accessories Co., Ltd.' },
        ],
      }),
      buildRulebook({ matcher }),
    );
    expect(assessment.verdict).toBe('alert');
    expect(assessment.gaps).toMatchObject([{ path: 'data.parties[0].name' }]);
  });
});

function reverseMembers<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).toReversed()) as Value;
}

function valueAt(root: unknown, path: string): unknown {
  let here = root;
  for (const key of path.match(/[^.[\]]+/g) ?? []) {
    here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
  }
  return here;
}

test('a party is remembered by content, not by place', () => {
  let asked = 0;
  const inner = buildRulebook().matcher;
  const counting = buildRulebook({
    matcher: {
      match: (query) => {
        asked += 1;
        return inner.match(query);
      },
    },
  });
  const parties = [buildParty(), { ...buildParty(), role: 'importer' as const, name: 'B' }];
  assess(buildShipment({ parties }), counting);
  assess(buildShipment({ parties: parties.toReversed(), shipmentId: 'S-2' }), counting);
  expect(asked).toBe(2);
});
