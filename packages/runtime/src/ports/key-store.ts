/** Keeps the keys that callers show, by their digests alone. Whether a key holds is not its business. */
import type { ApiKey } from '../keys/api-key.ts';

export interface KeyStore {
  /** Rejects, having changed nothing, when a key of this id is there. */
  add(key: ApiKey): Promise<void>;

  /** Adds it only if there is no key at all, in one step; whether it did. Of several at once, one does. */
  addFirst(key: ApiKey): Promise<boolean>;

  /** Whatever its tenant, for that is what is asked; null when no key has this id. */
  key(keyId: string): Promise<ApiKey | null>;

  /** A tenant's, newest first; ties by id. */
  keys(tenant: string): Promise<readonly ApiKey[]>;

  /** Does nothing to a key that is revoked already, another tenant's, or not there. */
  revoke(tenant: string, keyId: string, at: string): Promise<void>;
}
