import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { digestOf, raised, withdrawn } from '../letter/samples.testing.ts';
import { createEmailReceiver, type EmailReceiverOptions } from './email-receiver.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

interface Letterbox {
  readonly port: number;
  readonly letters: { readonly to: readonly string[]; readonly mail: ParsedMail }[];
}

/** A mail server on loopback that keeps what it takes. */
async function startMailServer(options: SMTPServerOptions = {}): Promise<Letterbox> {
  const letters: Letterbox['letters'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    disableReverseLookup: true,
    onData(stream, session, finish) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream).then(
        (mail) => {
          letters.push({ to, mail });
          return finish();
        },
        (error: Error) => finish(error),
      );
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return { port: (server.server.address() as AddressInfo).port, letters };
}

function receiver(port: number, changes: Partial<EmailReceiverOptions> = {}) {
  const one = createEmailReceiver({
    name: 'mail',
    server: { host: '127.0.0.1', port, security: 'none', login: null, ca: null },
    from: 'Herkomst <alerts@example.org>',
    to: ['desk@example.org', 'boss@example.org'],
    language: 'en',
    timeZone: 'Europe/Amsterdam',
    link: null,
    ...changes,
  });
  open.push(one);
  return one;
}

it('sends one letter with text and HTML to all, and nothing that a name could smuggle in', async () => {
  const { port, letters } = await startMailServer();
  expect(await receiver(port).deliver(raised)).toEqual({ kind: 'done', status: 250 });
  const [letter] = letters;
  expect(letter?.to).toEqual(['desk@example.org', 'boss@example.org']);
  const { subject, text, html, headers, messageId, from } = letter!.mail;
  expect(subject).toBe(
    'Critical alert: Human hair wigs from China for Haarhuis *BV* Bcc: x@example.org',
  );
  expect(messageId).toBe('<alert-0123@example.org>');
  expect(from?.text).toContain('alerts@example.org');
  expect(headers.get('x-herkomst-id')).toBe('alert-0123');
  expect(headers.get('bcc')).toBeUndefined();
  for (const words of [
    'End the relationship',
    '28 November 2026',
    'CNTAO → NLRTM',
    'WHAT SPEAKS AGAINST IT',
    'No origin is declared',
    '30 working days from the notice of detention',
    'Collection records',
    'alert alert-before: the declaration was corrected',
  ]) {
    expect(text).toContain(words);
  }
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).toContain('&lt;b&gt;Hetian&lt;/b&gt; &amp; 和田浩林');
  expect(html).not.toContain('<script');
});

it('writes in Dutch, by the clock of the place', async () => {
  const { port, letters } = await startMailServer();
  await receiver(port, { language: 'nl', link: 'https://h.example/a/{alertId}' }).deliver(raised);
  const { subject, text, html } = letters[0]!.mail;
  expect(subject).toMatch(/^Melding \(kritiek\): Human hair wigs uit China voor Haarhuis/);
  expect(text).toContain('28 november 2026');
  expect(text).toContain('07:00');
  expect(text).toContain('komt overeen met "Hetian Haolin Hair Accessories Co., Ltd."');
  expect(text).toContain('termijn: 30 werkdagen');
  expect(text).toContain('97,3');
  expect(text).toContain('EU-dwangarbeidverordening 2024/3015 is nog niet van toepassing');
  expect(html).toContain('lang="nl"');
  expect(html).toContain('href="https://h.example/a/alert-0123"');
});

it('answers the letter on the alert when it is withdrawn', async () => {
  const { port, letters } = await startMailServer();
  await receiver(port).deliver(withdrawn);
  expect(letters[0]?.mail.inReplyTo).toBe('<alert-0123@example.org>');
  expect(letters[0]?.mail.subject).toContain('stands no more');
});

it('puts many into one letter', async () => {
  const { port, letters } = await startMailServer();
  await receiver(port).deliver(digestOf(3));
  const { subject, text } = letters[0]!.mail;
  expect(subject).toBe('4 notices from Herkomst');
  expect(text).toContain('3 alerts raised, 1 withdrawn since the last digest. 1 further notices');
  expect(text).toContain('AT A GLANCE\n- Critical alert: Human hair wigs from China');
});

const refusing = (code: number, who = /.*/): SMTPServerOptions => ({
  onRcptTo({ address }, _session, done) {
    if (!who.test(address)) return done();
    return done(Object.assign(new Error(`no ${address}`), { responseCode: code }));
  },
});

it.each<[number, string]>([
  [450, 'retry'],
  [550, 'give-up'],
])('answers %d with %s', async (code, kind) => {
  const { port, letters } = await startMailServer(refusing(code));
  const outcome = await receiver(port).deliver(raised);
  expect(outcome).toMatchObject({ kind, status: code });
  expect(letters).toEqual([]);
});

it('sends to those that refused for now, and not again to those who took it', async () => {
  let refuse = true;
  const { port, letters } = await startMailServer({
    onRcptTo({ address }, _session, done) {
      if (!refuse || !address.startsWith('boss')) return done();
      return done(Object.assign(new Error('busy'), { responseCode: 451 }));
    },
  });
  const one = receiver(port);
  const first = await one.deliver(raised);
  expect(first).toMatchObject({ kind: 'retry', status: 451 });
  expect('reason' in first && first.reason).toContain('boss@example.org');
  refuse = false;
  expect(await one.deliver(raised)).toMatchObject({ kind: 'done' });
  expect(letters.map(({ to }) => to)).toEqual([['desk@example.org'], ['boss@example.org']]);
});

it('logs in, and tries again where that is refused', async () => {
  const { port, letters } = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      if (username === 'herkomst' && password === 'secret') return done(null, { user: username });
      return done(new Error('wrong'));
    },
  });
  const server = { host: '127.0.0.1', port, security: 'none', ca: null } as const;
  const login = { user: 'herkomst', password: 'secret' };
  const wrong = { ...server, login: { ...login, password: 'guess' } };
  const outcome = await receiver(port, { server: wrong }).deliver(raised);
  expect(outcome).toMatchObject({ kind: 'retry', status: 535 });
  expect(JSON.stringify(outcome)).not.toContain('guess');
  expect(await receiver(port, { server: { ...server, login } }).deliver(raised)).toMatchObject({
    kind: 'done',
  });
  expect(letters).toHaveLength(1);
});

it('says nothing in clear to a server that knows no TLS', async () => {
  const { port, letters } = await startMailServer();
  const server = {
    host: '127.0.0.1',
    port,
    security: 'starttls',
    login: { user: 'herkomst', password: 'secret' },
    ca: null,
  } as const;
  expect(await receiver(port, { server }).deliver(raised)).toMatchObject({ kind: 'retry' });
  expect(letters).toEqual([]);
});

it('asks to be tried again when nobody listens', async () => {
  const { port } = await startMailServer();
  await Promise.all(open.splice(0).map((each) => each.close()));
  expect(await receiver(port).deliver(raised)).toMatchObject({
    kind: 'retry',
    reason: expect.stringContaining('ECONNREFUSED'),
  });
});
