/**
 * Posts notices to a URL, signed after the Standard Webhooks specification: the receiver proves with
 * the shared secret that they are ours, and sees by webhook-id which it has had before. While a
 * secret is being changed, each of those that hold signs, and the receiver may know either.
 */
import { systemClock, type Clock, type Receiver } from '@herkomst/runtime';
import { Webhook } from 'standardwebhooks';
import { outcomeOf, readTarget, WebhookError } from '../http/answer.ts';
import { post } from '../http/post.ts';

export interface WebhookSecret {
  /** 'whsec_' and base64 of 24 to 64 bytes. */
  readonly secret: string;
  /** From then on it signs no more, RFC 3339; null for no end. */
  readonly until: string | null;
}

export interface WebhookReceiverOptions {
  readonly name: string;
  /** http or https. */
  readonly url: string;
  /** One, or all that hold while they are changed; at least one without an end. */
  readonly secret: string | readonly WebhookSecret[];
  /** How long the whole call may take; default 15 s. */
  readonly timeoutMs?: number;
  /** Lets the URL lead to this machine and private networks; default false. */
  readonly allowPrivate?: boolean;
  readonly clock?: Clock;
}

/** Throws a WebhookError when URL or secret can not be used. */
export function createWebhookReceiver(options: WebhookReceiverOptions): Receiver {
  const { name, timeoutMs = 15_000, allowPrivate = false, clock = systemClock } = options;
  const url = readTarget(options.url, allowPrivate);
  const signers = readSecrets(options.secret);
  const closing = new AbortController();

  return {
    name,
    async deliver({ id, document }) {
      const now = new Date(clock.now());
      const signatures = signers
        .filter(({ until }) => until === null || now.getTime() < until)
        .map(({ signer }) => signer.sign(id, now, document));
      const result = await post({
        url,
        body: document,
        headers: {
          'content-type': 'application/cloudevents+json; charset=utf-8',
          'user-agent': 'herkomst',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': signatures.join(' '),
        },
        timeoutMs,
        allowPrivate,
        signal: closing.signal,
      });
      return outcomeOf(result);
    },
    async close() {
      closing.abort();
    },
  };
}

interface Signer {
  readonly signer: Webhook;
  /** Milliseconds since 1970; null for no end. */
  readonly until: number | null;
}

function readSecrets(given: string | readonly WebhookSecret[]): readonly Signer[] {
  const secrets = typeof given === 'string' ? [{ secret: given, until: null }] : given;
  if (!secrets.some(({ until }) => until === null)) {
    throw new WebhookError('one secret of a webhook must have no end');
  }
  return secrets.map(({ secret, until }) => ({
    signer: readSecret(secret),
    until: until === null ? null : Date.parse(until),
  }));
}

function readSecret(secret: string): Webhook {
  const bytes = Buffer.from(secret.replace(/^whsec_/, ''), 'base64').length;
  if (bytes < 24 || bytes > 64) {
    throw new WebhookError('the secret of a webhook must be "whsec_" and base64 of 24 to 64 bytes');
  }
  return new Webhook(secret);
}
