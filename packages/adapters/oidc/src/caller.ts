/** Who a token speaks of: the person, the tenant and the roles, from its claims. */
import { actorOf, isTenant, roles, type Caller, type Role } from '@herkomst/runtime';

export interface OidcClaims {
  /** With dots between for claims within claims: 'realm_access.roles'. */
  readonly roles: string;
  /** Ours by the issuer's names; null where both are the same. */
  readonly roleNames: ReadonlyMap<string, Role> | null;
  /** Null: everybody belongs to the tenant given. */
  readonly tenant: string | null;
  /** What a person goes by; the same as the name of her keys, or she counts as two. */
  readonly id: string;
}

export type CallerReading =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'nobody'; readonly reason: string };

/** @param tenant whose everybody is where no claim says it. */
export function callerFrom(
  payload: Readonly<Record<string, unknown>>,
  claims: OidcClaims,
  tenant: string,
): CallerReading {
  const id = claimAt(payload, claims.id);
  if (typeof id !== 'string' || id.trim() === '') return nobody(`it has no claim "${claims.id}"`);
  if (claims.id === 'email' && payload['email_verified'] === false) {
    return nobody('its e-mail address is not verified');
  }
  const own = claims.tenant === null ? tenant : claimAt(payload, claims.tenant);
  if (!isTenant(own)) return nobody(`its claim "${claims.tenant}" names no tenant`);
  const { name } = payload;
  const person = actorOf({ name: id, kind: 'person', roles: rolesIn(payload, claims) });
  return {
    kind: 'caller',
    caller: {
      ...person,
      name: typeof name === 'string' && name.trim() !== '' ? name : id,
      tenant: own,
      // That is for keys of this service: no issuer makes one its operator.
      operator: false,
      actions: null,
      perMinute: null,
      credential: `oidc/${own}/${person.id}`,
    },
  };
}

/** Names that are none of ours are others' business; without one of ours a person may do nothing. */
function rolesIn(payload: Readonly<Record<string, unknown>>, claims: OidcClaims): Role[] {
  const named = claimAt(payload, claims.roles);
  const names: unknown[] = typeof named === 'string' ? named.split(/[\s,]+/) : asList(named);
  return roles.filter((role) =>
    names.some((name) =>
      claims.roleNames === null
        ? name === role
        : typeof name === 'string' && claims.roleNames.get(name) === role,
    ),
  );
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A claim whose own name has dots (as URLs do) comes before one within others. */
function claimAt(payload: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let here: unknown = payload;
  for (const part of name.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = Reflect.get(here, part);
  }
  return here;
}

function nobody(reason: string): CallerReading {
  return { kind: 'nobody', reason };
}
