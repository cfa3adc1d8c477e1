/**
 * What to ask the supplier for, per commodity: from bale to garment, from quartz to module, from
 * the collection of hair to the wig.
 */
import type { DocumentRequest } from '../assessment/assessment.ts';
import type { ItemFacts } from '../facts/item-facts.ts';
import type { ShipmentFacts } from '../facts/facts.ts';
import type { Commodities, Commodity } from '../goods/commodities.ts';
import type { Shipment } from '../shipment/schema.ts';

/** One request a commodity, with the line numbers it is about; goods of no commodity come last. */
export function documentsFor(
  { items }: Pick<Shipment, 'items'>,
  facts: Pick<ShipmentFacts, 'items'>,
  { table }: Commodities,
): readonly DocumentRequest[] {
  const linesOf = new Map<Commodity | null, number[]>();
  items.forEach(({ lineNumber }, index) => {
    const commodity = documentedIn(facts.items[index]);
    const lines = linesOf.get(commodity);
    if (lines === undefined) linesOf.set(commodity, [lineNumber]);
    else lines.push(lineNumber);
  });
  return [...linesOf]
    .map(([commodity, lines]) => ({
      commodity: commodity?.title.en ?? 'Other goods',
      documents: commodity?.documents ?? table.generalDocuments,
      lines,
    }))
    .toSorted(
      (a, b) => Number(a.commodity === 'Other goods') - Number(b.commodity === 'Other goods'),
    );
}

/** The nearest input that documents are known for; a sure input before a possible one. */
function documentedIn(facts: ItemFacts | undefined): Commodity | null {
  const paths = (facts?.upstream ?? []).filter(
    ({ steps }) => (steps.at(-1)?.documents.length ?? 0) > 0,
  );
  const path = paths.find(({ certainty }) => certainty !== 'possible') ?? paths[0];
  return path?.steps.at(-1) ?? null;
}
