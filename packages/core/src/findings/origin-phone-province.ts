/**
 * The telephone's area code belongs to another province than the address names. Numbers move with
 * their owners, so this is the weakest of the three.
 */
import type { Finder } from './finder.ts';
import { findProvinceContradictions } from './origin-province.ts';

export const originPhoneProvince: Finder = {
  name: 'origin.phone-province',
  find: (context) => ({
    findings: findProvinceContradictions(
      context,
      'origin.phone-province',
      'phone',
      'telephone code',
    ),
    gaps: [],
  }),
};
