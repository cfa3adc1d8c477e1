/** Parameters that filter lists, each given once or not at all, as members of a query. */
import { badRequest } from './problem.ts';

/** The member, or none when it was not given. */
export function textOf<Name extends string>(
  name: Name,
  given: unknown,
): Partial<Record<Name, string>> {
  if (given === undefined) return {};
  if (typeof given === 'string' && given !== '') {
    return { [name]: given } as Record<Name, string>;
  }
  throw badRequest(`The parameter "${name}" must be given once, with a value.`);
}

export function oneOf<Name extends string, Value extends string>(
  name: Name,
  given: unknown,
  values: readonly Value[],
): Partial<Record<Name, Value>> {
  if (given === undefined) return {};
  const value = values.find((each) => each === given);
  if (value !== undefined) return { [name]: value } as Record<Name, Value>;
  throw badRequest(`The parameter "${name}" must be one of ${values.join(', ')}.`);
}
