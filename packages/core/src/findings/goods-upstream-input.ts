/**
 * The code is in no sector that enforcement watches, yet the goods are made with a material that
 * is: a solar lamp with polysilicon, a carnival costume of cotton. The law looks at inputs, however
 * small their share.
 */
import type { UpstreamPath } from '../goods/commodities.ts';
import { cite } from '../rulebook/rulebook.ts';
import type { Finder } from './finder.ts';
import { plainFinding } from './finding.ts';
import { rememberItem } from './remember.ts';
import { writeGoods } from './words.ts';

export const goodsUpstreamInput: Finder = {
  name: 'goods.upstream-input',
  find(context) {
    const { shipment, facts, rulebook, date } = context;
    const factor = rulebook.definition.factors['goods.upstream-input'];
    const findings = shipment.items.flatMap((item, index) => {
      const known = facts.items[index];
      const origin = facts.origins[index] ?? null;
      if (known === undefined || origin === null || known.inputs.length === 0) return [];
      return rememberItem(context, index, 'goods.upstream-input', () =>
        known.inputs.flatMap(({ path, sector, certainty }) => {
          if (sector.designatedAt > date) return [];
          const inScope = sector.originScope.includes(origin.country);
          const full = factor[certainty];
          return [
            plainFinding({
              factor: 'goods.upstream-input',
              group: factor.group,
              summary: `${writeGoods(item)}, of origin ${origin.country}, ${certainty === 'always' ? 'is' : 'is as a rule'} made with ${writePath(path)}, of the watched sector ${sector.title}.`,
              path: `data.items[${index}].${byCode(known.byCode, path) ? 'commodityCode' : 'description'}`,
              matched: byCode(known.byCode, path)
                ? item.commodityCode
                : (known.named.find(({ commodity }) => commodity.id === path.steps[0]?.id)
                    ?.matched ?? item.description),
              weight: inScope ? full : full * factor.elsewhere,
              because: [
                `input, ${certainty}`,
                `an input of this kind weighs ${full}${inScope ? '' : `, ${factor.elsewhere} of that for goods of ${origin.country}`}`,
              ],
              citation: cite(rulebook.sectorsHeader, sector.title, sector.designatedAt, sector.url),
              claim: { kind: 'risk-goods' },
            }),
          ];
        }),
      );
    });
    return { findings, gaps: [] };
  },
};

function byCode(commodities: readonly { readonly id: string }[], { steps }: UpstreamPath): boolean {
  return commodities.some(({ id }) => id === steps[0]?.id);
}

/** 'polysilicon (solar lamps ← solar modules ← polysilicon)', or plain 'cotton'. */
export function writePath({ steps }: UpstreamPath): string {
  const names = steps.map(({ title }) => title.en.toLowerCase());
  const end = names.at(-1) ?? '';
  return names.length <= 2 ? end : `${end} (${names.join(' ← ')})`;
}
