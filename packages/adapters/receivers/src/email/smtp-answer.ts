/** What a mail server's answers mean for the delivery. */
import type { DeliveryOutcome } from '@herkomst/runtime';
import type { SentMessageInfo } from 'nodemailer';

interface SmtpError extends Error {
  /** nodemailer's own word: 'EAUTH', 'EENVELOPE', 'ESOCKET'. */
  readonly code?: string;
  /** The reply code of SMTP, where the server gave one. */
  readonly responseCode?: number;
  readonly recipient?: string;
}

/** Where the server judged the letter or whom it goes to, and not us or the connection. */
const ofLetter: readonly (string | undefined)[] = ['EENVELOPE', 'EMESSAGE'];

/**
 * Replies from 500 on to a letter will stay so. All else may pass or be mended: an unreachable
 * server, a refused login, no TLS.
 */
export function outcomeOfError(error: unknown): DeliveryOutcome {
  const { code, responseCode, message } = error as SmtpError;
  const reason = `the mail server: ${message}`;
  if (responseCode === undefined) return { kind: 'retry', reason };
  const lasts = responseCode >= 500 && ofLetter.includes(code);
  return { kind: lasts ? 'give-up' : 'retry', reason, status: responseCode };
}

/** Null where all recipients were taken. */
export function refusals(sent: SentMessageInfo): DeliveryOutcome | null {
  const { rejected = [] } = sent;
  if (rejected.length === 0) return null;
  const errors = (sent as { rejectedErrors?: SmtpError[] }).rejectedErrors ?? [];
  const who = rejected.map(String).join(', ');
  const said = errors[0]?.message ?? 'no reason given';
  const reason = `the mail server refused ${who}, and took the letter for the others: ${said}`;
  const status = errors[0]?.responseCode;
  const lasts = errors.length > 0 && errors.every((each) => (each.responseCode ?? 0) >= 500);
  return {
    kind: lasts ? 'give-up' : 'retry',
    reason,
    ...(status === undefined ? {} : { status }),
  };
}

/** '250 2.0.0 Ok: queued' */
export function statusOf(response: string | undefined): { readonly status?: number } {
  const code = /^\d{3}/.exec(response ?? '')?.[0];
  return code === undefined ? {} : { status: Number(code) };
}
