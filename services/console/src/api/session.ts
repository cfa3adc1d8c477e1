/**
 * Who is signed in. The key lives in sessionStorage: it ends with the tab, is never written into
 * the page, and other origins can not read it.
 */
const place = 'herkomst.session';

export interface Session {
  /** Shown as 'Authorization: Bearer ...'. */
  readonly token: string;
  /** How it was had: an access token can run out while the page is open. */
  readonly by: 'key' | 'oidc';
}

export function readSession(): Session | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    if (!('token' in kept) || typeof kept.token !== 'string') return null;
    return { token: kept.token, by: 'by' in kept && kept.by === 'oidc' ? 'oidc' : 'key' };
  } catch {
    return null;
  }
}

export function keepSession(session: Session): void {
  sessionStorage.setItem(place, JSON.stringify(session));
}

export function forgetSession(): void {
  sessionStorage.removeItem(place);
}
