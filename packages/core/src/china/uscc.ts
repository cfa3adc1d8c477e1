/**
 * The unified social credit code of a Chinese firm: eighteen characters that carry the division it
 * was registered in and a check character. Source: GB 32100-2015, and GB 11714-1997 for the nine
 * characters of the organisation code within.
 */

export type UsccReading =
  | {
      readonly kind: 'valid';
      /** GB/T 2260 code of the division of registration; '100000' is the national registry's. */
      readonly division: string;
    }
  | {
      readonly kind: 'faulty';
      /** What is wrong, to stand in a sentence: 'its check character should be X'. */
      readonly problem: string;
      /** As it reads, though the whole can not be trusted; null where there are no six digits. */
      readonly division: string | null;
    };

/** Without I, O, S, V and Z, which hands confuse with digits. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Total: any text gives a reading. Spaces and hyphens are left out, letters raised. */
export function readUscc(value: string): UsccReading {
  const code = value.replaceAll(/[\s-]/g, '').toUpperCase();
  const digits = code.slice(2, 8);
  const division = /^\d{6}$/.test(digits) ? digits : null;
  if (code.length !== 18) {
    return { kind: 'faulty', problem: `it has ${code.length} characters, not 18`, division };
  }
  if (!shape.test(code) || division === null) {
    return { kind: 'faulty', problem: 'it holds characters such codes do not have', division };
  }
  const check = checkCharacter(code);
  return code.endsWith(check)
    ? { kind: 'valid', division }
    : { kind: 'faulty', problem: `its check character should be ${check}`, division };
}

/** GB 32100: powers of three as weights, modulo 31. */
function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
