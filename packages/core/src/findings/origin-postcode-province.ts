/**
 * The postcode belongs to another province than the address names.
 */
import type { Finder } from './finder.ts';
import { findProvinceContradictions } from './origin-province.ts';

export const originPostcodeProvince: Finder = {
  name: 'origin.postcode-province',
  find: (context) => ({
    findings: findProvinceContradictions(
      context,
      'origin.postcode-province',
      'postcode',
      'postcode',
    ),
    gaps: [],
  }),
};
