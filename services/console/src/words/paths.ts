/** Where in the declaration something stands, as a person would say it. */
import type { Shipment } from '@herkomst/core';
import type { WordKey, Words } from './words.tsx';

type Declared = Pick<Shipment, 'parties' | 'items'>;

/** 'data.parties[0].name' is 'name of the exporter'. */
export function writePath(
  path: string,
  { t, name }: Pick<Words, 't' | 'name'>,
  shipment: Declared | null,
): string {
  const [, kind = '', index = '', field = ''] =
    /^data\.(parties|items|transport)(?:\[(\d+)\])?\.?(\w*)/.exec(path) ?? [];
  if (kind === 'parties') {
    if (index === '') return t('path.parties');
    const role = name('role', shipment?.parties[Number(index)]?.role ?? '');
    return t(partyFields[field] ?? 'path.party', { role });
  }
  if (kind === 'items') {
    const line = shipment?.items[Number(index)]?.lineNumber ?? Number(index) + 1;
    return t(itemFields[field] ?? 'path.item', { line });
  }
  if (kind === 'transport') return t(transportFields[field] ?? 'path.transport');
  return path;
}

const partyFields: Readonly<Record<string, WordKey>> = {
  name: 'path.name',
  otherNames: 'path.otherNames',
  address: 'path.address',
  identifiers: 'path.identifiers',
  phone: 'path.phone',
};
const itemFields: Readonly<Record<string, WordKey>> = {
  commodityCode: 'path.commodityCode',
  description: 'path.description',
  countryOfOrigin: 'path.countryOfOrigin',
  regionOfOrigin: 'path.regionOfOrigin',
  value: 'path.value',
};
const transportFields: Readonly<Record<string, WordKey>> = {
  portOfLoading: 'path.portOfLoading',
  placeOfReceipt: 'path.placeOfReceipt',
  transhipmentPorts: 'path.transhipmentPorts',
  portOfDischarge: 'path.portOfDischarge',
  vessel: 'path.vessel',
};
