/**
 * What must be declared before anything can be called clear. A shipment whose supplier is "TO
 * ORDER" has not been screened, however little was found.
 */
import type { Gap } from '../assessment/assessment.ts';
import type { FindContext, Finder } from './finder.ts';
import { isSupplier, shorten, writeGoods, writeRole } from './words.ts';

export const factsNeeded: Finder = {
  name: 'facts.needed',
  find: (context) => ({
    findings: [],
    gaps: [...supplierGaps(context), ...placeGaps(context), ...originGaps(context)],
  }),
};

function supplierGaps({ shipment, facts }: FindContext): Gap[] {
  const suppliers = suppliersOf(shipment.parties);
  if (suppliers.length === 0) {
    return [
      {
        factor: 'entity.listed',
        path: 'data.parties',
        reason: 'no manufacturer, exporter, seller or supplier is named',
      },
    ];
  }
  return suppliers.flatMap(({ party, index }) =>
    facts.parties[index]?.nameless === true
      ? [
          {
            factor: 'entity.listed',
            path: `data.parties[${index}].name`,
            reason: `"${shorten(party.name)}" stands in place of the name of the ${writeRole(party.role)}`,
          },
        ]
      : [],
  );
}

/** Goods that may come from a country with a region of concern need a place within it. */
function placeGaps({ shipment, facts, rulebook }: FindContext): Gap[] {
  const { country } = rulebook.xinjiang.data;
  const mayBeThere = facts.origins.some((origin) => origin === null || origin.country === country);
  const regionKnown = shipment.items.every(({ regionOfOrigin }) => regionOfOrigin !== undefined);
  const suppliers = suppliersOf(shipment.parties);
  const located = suppliers.some(({ index }) => facts.parties[index]?.located === true);
  if (!mayBeThere || regionKnown || located || suppliers.length === 0) return [];
  return [
    {
      factor: 'place.xinjiang',
      path: `data.parties[${suppliers[0]?.index ?? 0}].address`,
      reason: `no supplier's address says more than a country, so where in ${country} the goods come from can not be told`,
    },
  ];
}

/** An origin is needed where some origins of such goods are barred or named as a risk. */
function originGaps({ shipment, facts, date }: FindContext): Gap[] {
  return shipment.items.flatMap((item, index) => {
    const known = facts.items[index];
    if (facts.origins[index] !== null || known === undefined) return [];
    const sector = known.sectorGoods.find(({ sector: { designatedAt } }) => designatedAt <= date);
    const why =
      sector !== undefined
        ? `it is in the sector ${sector.sector.title}`
        : known.orders.length > 0
          ? `the order "${known.orders[0]?.entity.name ?? ''}" bars such goods of one origin`
          : known.countryGoods.length > 0
            ? `${known.countryGoods[0]?.good ?? ''} is a listed good of some countries`
            : null;
    if (why === null) return [];
    return [
      {
        factor: 'goods.priority-sector',
        path: `data.items[${index}].countryOfOrigin`,
        reason: `neither the origin of ${writeGoods(item)} nor its maker's country is declared, and ${why}`,
      },
    ];
  });
}

function suppliersOf(parties: FindContext['shipment']['parties']) {
  return parties.map((party, index) => ({ party, index })).filter(({ party }) => isSupplier(party));
}
