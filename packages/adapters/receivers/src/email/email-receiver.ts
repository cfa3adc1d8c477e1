/**
 * Sends notices by SMTP, as plain text and HTML. The message id is derived from the notice's, so that
 * a letter that comes twice can be known as one; what ends an alert answers the letter on it.
 */
import type { DeliveryOutcome, Notice, Receiver } from '@herkomst/runtime';
import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer';
import { letterAsHtml } from '../letter/html.ts';
import type { Letter, LetterStyle } from '../letter/letter.ts';
import { letterAsText } from '../letter/plain-text.ts';
import { writeLetter } from '../letter/write-letter.ts';
import { outcomeOfError, refusals, statusOf } from './smtp-answer.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /**
   * 'tls' from the first byte, 'starttls' before anything is said, 'none' never: only for servers on
   * this machine or a network that is trusted.
   */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** PEM; null takes the system's. */
  readonly ca: string | null;
}

export interface EmailReceiverOptions extends LetterStyle {
  readonly name: string;
  readonly server: SmtpServer;
  /** 'Herkomst <alerts@example.org>' or the address alone. */
  readonly from: string;
  readonly to: readonly string[];
  /** How long each step may take; default 30 s. */
  readonly timeoutMs?: number;
}

/** Of how many letters it is remembered who of several took them. */
const rememberedLetters = 1000;

export function createEmailReceiver(options: EmailReceiverOptions): Receiver {
  const { name, from, to } = options;
  const transport = openTransport(options);
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
  const messageId = (id: string): string => `<${id}@${domain}>`;
  /** By notice: who has it, where others refused. They must not get it again. */
  const taken = new Map<string, readonly string[]>();

  return {
    name,
    async deliver(notice): Promise<DeliveryOutcome> {
      const had = taken.get(notice.id) ?? [];
      const left = to.filter((address) => !had.includes(address));
      const letter = writeLetter(notice, options);
      let sent: SentMessageInfo;
      try {
        sent = await transport.sendMail({
          from,
          to: [...left],
          messageId: messageId(notice.id),
          ...answering(notice, letter, messageId),
          headers: { 'X-Herkomst-Id': notice.id, 'Auto-Submitted': 'auto-generated' },
          subject: letter.subject,
          text: letterAsText(letter),
          html: letterAsHtml(letter),
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        return outcomeOfError(error);
      }
      const refused = refusals(sent);
      if (refused === null) {
        taken.delete(notice.id);
        return { kind: 'done', ...statusOf(sent.response) };
      }
      const first = taken.keys().next().value;
      if (taken.size >= rememberedLetters && first !== undefined) taken.delete(first);
      taken.set(notice.id, [...had, ...(sent.accepted ?? []).map(String)]);
      return refused;
    },
    async close() {
      transport.close();
    },
  };
}

function openTransport({ server, timeoutMs = 30_000 }: EmailReceiverOptions): Transporter {
  const { host, port, security, login, ca } = server;
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    ...(ca === null ? {} : { tls: { ca } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
}

/** A withdrawal stands in the thread of the letter on the alert. */
function answering(
  notice: Notice,
  { pages }: Letter,
  messageId: (id: string) => string,
): { readonly inReplyTo?: string; readonly references?: string } {
  const [page] = pages;
  if (pages.length !== 1 || page?.tone !== 'withdrawn' || page.alertId === null) return {};
  const before = messageId(page.alertId);
  return { inReplyTo: before, references: before };
}
