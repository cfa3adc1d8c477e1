/** What people type where they have no name to give: such a party has not been named. */
import { normalise } from '../text/normalise.ts';

const placeholders: ReadonlySet<string> = new Set(
  [
    'to order',
    'to the order',
    'to order of shipper',
    'to order of bank',
    'to order of consignee',
    'unknown',
    'unknown supplier',
    'unknown manufacturer',
    'not known',
    'onbekend',
    'various',
    'various suppliers',
    'various manufacturers',
    'diverse',
    'diversen',
    'n a',
    'na',
    'none',
    'nil',
    'tbd',
    'tba',
    'tbc',
    'to be advised',
    'to be confirmed',
    'to be determined',
    'not available',
    'not provided',
    'not applicable',
    'not disclosed',
    'same as consignee',
    'same as above',
    'same as shipper',
    'same as exporter',
    'same as seller',
    'as agent',
    'as per invoice',
    'as per attached',
    'see attached',
    'see invoice',
    'confidential',
    'nvt',
    'n v t',
    'zie factuur',
    '未知',
    '不详',
    '无',
  ].map((words) => words.replaceAll(' ', '')),
);

/** 'T.B.A.' is 'tba'; a lone letter or sign, repeated or not, names nobody either. */
export function isPlaceholder(name: string): boolean {
  const plain = normalise(name).replaceAll(' ', '');
  return plain === '' || placeholders.has(plain) || /^(.)\1*$/u.test(plain);
}
