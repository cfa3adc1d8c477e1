/**
 * The declared origin is another country than the one the maker sits in. Goods do get made abroad
 * for a firm; but a Vietnamese origin over a Chinese factory's address is how origins are washed.
 */
import type { Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { writeGoods, writeParty } from './words.ts';

export const originMakerCountry: Finder = {
  name: 'origin.maker-country',
  find({ shipment, facts, rulebook }) {
    const { group, weight } = rulebook.definition.factors['origin.maker-country'];
    const told = new Set<string>();
    const findings = shipment.items.flatMap((item, index) => {
      const origin = item.countryOfOrigin ?? item.regionOfOrigin?.slice(0, 2);
      const [maker, other] = facts.makers[index] ?? [];
      if (origin === undefined || maker === undefined || other !== undefined) return [];
      const country = facts.parties[maker]?.country ?? null;
      const party = shipment.parties[maker];
      if (party === undefined || country === null || country.code === origin) return [];
      // Ten lines of one maker with one origin say it once.
      const key = `${origin} ${maker}`;
      if (told.has(key)) return [];
      told.add(key);
      const field = item.countryOfOrigin === undefined ? 'regionOfOrigin' : 'countryOfOrigin';
      return [
        plainFinding({
          factor: 'origin.maker-country',
          group,
          summary: `${writeGoods(item)} is declared of origin ${origin}, but its maker, the ${writeParty(party)}, is in ${country.code}.`,
          path: `data.items[${index}].${field}`,
          matched: item.countryOfOrigin ?? item.regionOfOrigin ?? '',
          weight,
          because: [
            'origin against maker',
            `the maker's country stands at data.parties[${maker}].${country.path}`,
          ],
          claim: { kind: 'oddity' },
        }),
      ];
    });
    return { findings, gaps: [] };
  },
};
