/**
 * What a receiver's rules make of one notice: told now, at its time, within a digest, or not at all.
 * Pure, so that it is decided alike by every process, and can be asked again.
 *
 * Whoever was told of an alert is told when it falls or is replaced, whatever the rules say of what
 * took its place; and of a withdrawal not before it was told of the alert itself.
 */
import type { AlertData, Severity } from '@herkomst/core';
import type { Routing, StoredDelivery } from '../ports/delivery-log.ts';
import { nextDigest } from './digest-times.ts';
import { isAtLeast, refusal } from './filter.ts';
import { everythingAtOnce, type DeliveryPolicy } from './policy.ts';
import { quietUntil } from './quiet-hours.ts';
import type { NoticeSubject } from './subject.ts';

/** The alert that a notice takes back or replaces, as far as it is known. */
export interface Predecessor {
  readonly alert: AlertData | null;
  /** What became of it at this receiver; null when nothing is known of that. */
  readonly delivery: Pick<StoredDelivery, 'state' | 'heldUntil' | 'gathered' | 'reason'> | null;
}

export interface RouteInput {
  readonly subject: NoticeSubject;
  /** Null for a notice that has none. */
  readonly predecessor: Predecessor | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function route(
  { subject, predecessor, now }: RouteInput,
  policy: DeliveryPolicy = everythingAtOnce,
): Routing {
  const alert = subject.kind === 'raised' ? subject.alert : (predecessor?.alert ?? null);
  const refused = refusedBy(policy, subject, predecessor);
  if (refused !== null) return { kind: 'filtered', reason: refused };
  const before = predecessor?.delivery ?? null;
  if (subject.kind === 'withdrawn' && before?.state === 'held' && before.heldUntil !== null) {
    const { heldUntil, gathered, reason } = before;
    return {
      kind: gathered ? 'gathered' : 'held',
      until: heldUntil,
      reason: reason ?? 'waits with the alert it is about',
    };
  }
  const severity = alert?.severity ?? null;
  const { digest, quietHours } = policy;
  if (digest !== null && !breaksThrough(severity, digest.unless)) {
    const next = nextDigest(digest, now);
    const until = quietHours === null ? next : (quietUntil(quietHours, next) ?? next);
    return { kind: 'gathered', until: new Date(until).toISOString(), reason: 'digest' };
  }
  const quiet = holdFor(policy, severity, now);
  return quiet === null ? { kind: 'due' } : { kind: 'held', ...quiet };
}

/** Whether quiet hours keep a notice back now, and until when; null when they do not. */
export function holdFor(
  { quietHours }: Pick<DeliveryPolicy, 'quietHours'>,
  severity: Severity | null,
  now: number,
): { readonly until: string; readonly reason: string } | null {
  if (quietHours === null || breaksThrough(severity, quietHours.unless)) return null;
  const end = quietUntil(quietHours, now);
  if (end === null || end <= now) return null;
  return { until: new Date(end).toISOString(), reason: 'quiet hours' };
}

function breaksThrough(severity: Severity | null, unless: Severity | null): boolean {
  return severity !== null && unless !== null && isAtLeast(severity, unless);
}

function refusedBy(
  { filter }: DeliveryPolicy,
  subject: NoticeSubject,
  predecessor: Predecessor | null,
): string | null {
  if (subject.kind === 'other') return null;
  const own = subject.kind === 'raised' ? refusal(filter, subject.alert) : null;
  if (subject.kind === 'raised' && own === null) return null;
  if (predecessor === null) return own;
  const { alert, delivery } = predecessor;
  if (delivery !== null) {
    if (delivery.state !== 'filtered') return null;
    return own ?? `it was not told of the alert: ${delivery.reason ?? 'filtered out'}`;
  }
  // Nothing is known of the telling: it would have been told where the rules let the alert pass.
  if (alert === null) return own;
  const before = refusal(filter, alert);
  return before === null ? null : (own ?? `it was not told of the alert: ${before}`);
}
