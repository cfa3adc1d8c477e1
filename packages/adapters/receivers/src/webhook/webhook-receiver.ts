/**
 * Posts notices to a URL, signed after the Standard Webhooks specification: the receiver proves with
 * the shared secret that they are ours, and sees by webhook-id which it has had before.
 */
import { systemClock, type Clock, type JobOutcome, type Receiver } from '@herkomst/runtime';
import { isIP } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { post, type PostResult } from './post.ts';
import { isPublicAddress } from './public-address.ts';

export interface WebhookReceiverOptions {
  readonly name: string;
  /** http or https. */
  readonly url: string;
  /** 'whsec_' and base64 of 24 to 64 bytes. */
  readonly secret: string;
  /** How long the whole call may take; default 15 s. */
  readonly timeoutMs?: number;
  /** Lets the URL lead to this machine and private networks; default false. */
  readonly allowPrivate?: boolean;
  readonly clock?: Clock;
}

export class WebhookError extends Error {
  readonly code = 'invalid-webhook';
}

/** Throws a WebhookError when URL or secret can not be used. */
export function createWebhookReceiver(options: WebhookReceiverOptions): Receiver {
  const { name, timeoutMs = 15_000, allowPrivate = false, clock = systemClock } = options;
  const url = readUrl(options.url, allowPrivate);
  const signer = readSecret(options.secret);
  const closing = new AbortController();

  return {
    name,
    async deliver({ id, document }) {
      const now = new Date(clock.now());
      const result = await post({
        url,
        body: document,
        headers: {
          'content-type': 'application/cloudevents+json; charset=utf-8',
          'user-agent': 'herkomst',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': signer.sign(id, now, document),
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

function readUrl(text: string, allowPrivate: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new WebhookError('the URL of a webhook must be an absolute http or https URL');
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new WebhookError(`the webhook's address ${host} is private, which is not allowed`);
  }
  return url;
}

function readSecret(secret: string): Webhook {
  const bytes = Buffer.from(secret.replace(/^whsec_/, ''), 'base64').length;
  if (bytes < 24 || bytes > 64) {
    throw new WebhookError('the secret of a webhook must be "whsec_" and base64 of 24 to 64 bytes');
  }
  return new Webhook(secret);
}

/**
 * 2xx took it. 410 and other refusals (4xx) will not take it later; a redirect, a timeout, too many
 * calls or a fault of the server may pass.
 */
function outcomeOf(result: PostResult): JobOutcome {
  if (result.kind === 'failed') return { kind: 'retry', reason: result.reason };
  const { status, text } = result;
  if (status >= 200 && status < 300) return { kind: 'done' };
  const said = text.trim() === '' ? '' : `: ${JSON.stringify(text.trim().slice(0, 200))}`;
  const reason = `the webhook answered ${status}${said}`;
  if (status >= 300 && status < 400) {
    return { kind: 'retry', reason: `${reason}; redirects are not followed` };
  }
  const passes = status === 408 || status === 429 || status >= 500;
  return { kind: passes ? 'retry' : 'give-up', reason };
}
