/**
 * The province in a registration code is not that of the address. Firms move and have branches; a factory
 * registered in Xinjiang under an address in Jiangsu deserves a look.
 */
import type { Finder } from './finder.ts';
import { findProvinceContradictions } from './origin-province.ts';

export const originUsccProvince: Finder = {
  name: 'origin.uscc-province',
  find: (context) => ({
    findings: findProvinceContradictions(
      context,
      'origin.uscc-province',
      'uscc',
      'unified social credit code',
    ),
    gaps: [],
  }),
};
