/** Digests under which texts of no sure length are indexed. */
import { hash } from 'node:crypto';

/** SHA-256, hex. */
export function keyDigest(text: string): string {
  // JSON writes what UTF-8 has no bytes for, so that no two texts share a digest.
  return hash('sha256', JSON.stringify(text), 'hex');
}
