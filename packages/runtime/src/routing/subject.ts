/** What a notice is about, as far as receivers' rules ask. */
import { alertRaisedType, alertWithdrawnType, type AlertData } from '@herkomst/core';
import type { OutboxEntry } from '../ports/records.ts';
import type { WithdrawalData } from '../screener/plan.ts';

export type NoticeSubject =
  | { readonly kind: 'raised'; readonly alert: AlertData }
  /** The alert it names stands no more. */
  | { readonly kind: 'withdrawn'; readonly alertId: string }
  /** Of a kind that no rule speaks of, or that can not be read: it is told to all. */
  | { readonly kind: 'other' };

export function readSubject({
  type,
  document,
}: Pick<OutboxEntry, 'type' | 'document'>): NoticeSubject {
  try {
    const { data } = JSON.parse(document) as { readonly data?: unknown };
    if (type === alertRaisedType && isAlert(data)) return { kind: 'raised', alert: data };
    if (type === alertWithdrawnType && isWithdrawal(data)) {
      return { kind: 'withdrawn', alertId: data.alertId };
    }
  } catch {
    // See above.
  }
  return { kind: 'other' };
}

/** The alert of an earlier notice that this one takes back or replaces; null when it does neither. */
export function predecessorOf(subject: NoticeSubject): string | null {
  switch (subject.kind) {
    case 'raised':
      return subject.alert.supersedes;
    case 'withdrawn':
      return subject.alertId;
    case 'other':
      return null;
  }
}

function isAlert(data: unknown): data is AlertData {
  const alert = data as Partial<AlertData> | null | undefined;
  return (
    typeof alert?.severity === 'string' &&
    Array.isArray(alert.determinations) &&
    Array.isArray(alert.reasons) &&
    Array.isArray(alert.shipment?.goods) &&
    typeof alert.cause?.source === 'string'
  );
}

function isWithdrawal(data: unknown): data is WithdrawalData {
  return typeof (data as Partial<WithdrawalData> | null | undefined)?.alertId === 'string';
}
