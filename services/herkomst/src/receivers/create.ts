/**
 * Makes receivers of what the file says of them. One that names no tenant is told of the tenant's
 * that runs the service: to tell anybody of all tenants' alerts is to be said, by '*'.
 */
import {
  createEmailReceiver,
  createSlackReceiver,
  createTeamsReceiver,
  createWebhookReceiver,
} from '@herkomst/adapter-receivers';
import { noFilter, type DeliveryPolicy, type Receiver } from '@herkomst/runtime';
import type { Engines } from '../engines/engines.ts';
import { allTenants, type ReceiverEntry, type ReceiversFile } from './schema.ts';

export function createFromFile(
  { link, receivers }: ReceiversFile,
  outlets: Engines['outlets'],
  ownTenant: string,
): readonly Receiver[] {
  return receivers.map((entry) => ({
    ...createReceiver(entry, link ?? null, outlets),
    ...(entry.tenant === allTenants ? {} : { tenant: entry.tenant ?? ownTenant }),
    policy: policyOf(entry),
  }));
}

const defaultPorts = { starttls: 587, tls: 465, none: 25 } as const;

function createReceiver(
  entry: ReceiverEntry,
  link: string | null,
  outlets: Engines['outlets'],
): Receiver {
  const { name } = entry;
  switch (entry.kind) {
    case 'webhook': {
      const { url, allowPrivate } = entry;
      const secret = entry.secrets.map((each) => ({
        secret: each.secret,
        until: each.until ?? null,
      }));
      return createWebhookReceiver({ name, url, allowPrivate, secret });
    }
    case 'email': {
      const { from, to, language, timeZone, smtp } = entry;
      const { host, security, user, password, ca } = smtp;
      const port = smtp.port ?? defaultPorts[security];
      const login = user === undefined || password === undefined ? null : { user, password };
      const server = { host, port, security, login, ca: ca ?? null };
      return createEmailReceiver({ name, from, to, language, timeZone, link, server });
    }
    case 'slack':
      return createSlackReceiver({ ...entry, link });
    case 'teams':
      return createTeamsReceiver({ ...entry, link });
    case 'kafka':
      return outlets.topic(entry);
    case 'bullmq':
      return outlets.queue(entry);
  }
}

export function policyOf(entry: ReceiverEntry): DeliveryPolicy {
  return {
    filter: entry.filters ?? noFilter,
    quietHours: entry.quietHours ?? null,
    digest: entry.digest ?? null,
    rateLimit: entry.rateLimit ?? null,
  };
}
