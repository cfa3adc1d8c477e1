/** Where a POST may go, and what its answer means for the delivery. */
import type { DeliveryOutcome } from '@herkomst/runtime';
import { isIP } from 'node:net';
import type { PostResult } from './post.ts';
import { isPublicAddress } from './public-address.ts';

export class WebhookError extends Error {
  readonly code = 'invalid-webhook';
}

/** Throws a WebhookError for what is no URL to post to. */
export function readTarget(text: string, allowPrivate: boolean): URL {
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

/**
 * 2xx took it. 410 and other refusals (4xx) will not take it later; a redirect, a timeout, too many
 * calls or a fault of the server may pass.
 */
export function outcomeOf(result: PostResult): DeliveryOutcome {
  if (result.kind === 'failed') return { kind: 'retry', reason: result.reason };
  const { status, text } = result;
  if (status >= 200 && status < 300) return { kind: 'done', status };
  const said = text.trim() === '' ? '' : `: ${JSON.stringify(text.trim().slice(0, 200))}`;
  const reason = `the webhook answered ${status}${said}`;
  if (status >= 300 && status < 400) {
    return { kind: 'retry', reason: `${reason}; redirects are not followed`, status };
  }
  const passes = status === 408 || status === 429 || status >= 500;
  return { kind: passes ? 'retry' : 'give-up', reason, status };
}
