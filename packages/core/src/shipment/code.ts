/**
 * The small codes a declaration is made of, each with a message that says what was expected.
 *
 * Shapes only: whether a code exists (a country that does, a heading in the nomenclature) is a
 * question for reference data, and an unknown code is something to weigh, not to refuse.
 */
import { z } from 'zod';

/** ISO 3166-1 alpha-2, upper case: 'NL'. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 country code such as "NL"');

/** ISO 3166-2 subdivision, upper case: 'CN-XJ'. */
export const subdivisionCode = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'expected an ISO 3166-2 subdivision code such as "CN-XJ"');

/** UN/LOCODE without the space: 'NLRTM'. */
export const locode = z
  .string()
  .regex(/^[A-Z]{2}[A-Z2-9]{3}$/, 'expected a UN/LOCODE such as "NLRTM"');

/** Harmonized System code, 2 to 10 digits, no dots: '67042000'. */
export const commodityCode = z
  .string()
  .regex(/^\d{2,10}$/, 'expected an HS commodity code of 2 to 10 digits without dots');

/** RFC 3339 date-time with an offset: '2026-03-01T08:00:00Z'. */
export const dateTime = z.iso.datetime({
  offset: true,
  error: 'expected an RFC 3339 date-time with an offset such as "2026-03-01T08:00:00Z"',
});

/** Text that says something: at least one character that is not white space. */
export const text = z
  .string()
  .max(2000, 'expected at most 2000 characters')
  .regex(/\S/, 'expected text, found only white space');
