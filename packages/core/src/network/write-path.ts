/** Writes a path of the network so that a person can follow it, from the party upstream. */
import { writeDate } from '../findings/words.ts';
import type { Company, LinkFacts, TracedPath, TracedStep } from './link.ts';

/** '"Lop Hair" in Lop County ← ...': see the parts below. */
export function writePath(path: TracedPath, party: string): string {
  const { place } = path.hit.company;
  const start = place === undefined ? party : `${party} in ${place}`;
  return start + path.steps.map((step) => ` ← ${writeVerb(step)} ← ${writeEnd(step)}`).join('');
}

/** 'buys human hair from', 'is owned by'. */
export function writeVerb({ kind, goods, reversed }: TracedStep): string {
  switch (kind) {
    case 'supplies':
      return `buys ${goods ?? 'goods'} from`;
    case 'sub-supplier':
      return `buys, through others, ${goods ?? 'goods'} from`;
    case 'owns':
      return reversed ? 'owns' : 'is owned by';
    case 'controls':
      return reversed ? 'controls' : 'is controlled by';
    case 'same-as':
      return 'is the same firm as, or came of,';
    case 'same-identifier':
      return 'bears the identifier of';
    case 'same-name':
      return 'bears the name of';
    case 'shared-address':
      return 'has the address of';
    case 'shared-phone':
      return 'has the telephone number of';
    case 'associated':
      return 'is linked to';
  }
}

/** '"Lop Hair" in Lop County, 3 shipments in 2026'. */
function writeEnd({ upstream, link }: TracedStep): string {
  const facts = [writeShipments(link), link.inferred === true ? 'inferred' : ''];
  return [writeCompany(upstream), ...facts.filter((fact) => fact !== '')].join(', ');
}

export function writeCompany({ name, place, region }: Company): string {
  const where = place ?? region;
  return where === undefined ? `"${name}"` : `"${name}" in ${where}`;
}

/** '3 shipments in 2026'; '' where nobody counted. */
function writeShipments(link: LinkFacts): string {
  if (link.shipments === undefined) return '';
  const counted = link.shipments === 1 ? '1 shipment' : `${link.shipments} shipments`;
  const first = link.validFrom?.slice(0, 4);
  const last = (link.validTo ?? link.seen)?.slice(0, 4);
  if (first === undefined || last === undefined || first === last) {
    const year = first ?? last;
    return year === undefined ? counted : `${counted} in ${year}`;
  }
  return `${counted} from ${first} to ${last}`;
}

/** 'said by Sheffield Hallam (https://...), seen 1 May 2026'. */
export function writeSource({ source, seen, validTo, inferred }: LinkFacts): string {
  const said = `${inferred === true ? 'inferred from' : 'said by'} ${source.name} (${source.url})`;
  return [
    said,
    ...(seen === undefined ? [] : [`seen ${writeDate(seen)}`]),
    ...(validTo === undefined ? [] : [`until ${writeDate(validTo)}`]),
  ].join(', ');
}
