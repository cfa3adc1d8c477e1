import { testNotice } from '@herkomst/runtime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../http/server.testing.ts';
import { digestOf, raised, withdrawn } from '../letter/samples.testing.ts';
import { createSlackReceiver, createTeamsReceiver } from './chat-receiver.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const style = {
  language: 'en',
  timeZone: 'Europe/Amsterdam',
  link: 'https://herkomst.example/alerts/{alertId}',
} as const;

const options = () => ({
  name: 'chat',
  url: `${server.url}/services/T0/B0/secret`,
  allowPrivate: true,
  ...style,
});

const everything = [
  raised,
  withdrawn,
  digestOf(1),
  digestOf(80),
  testNotice('default', 'test-1', '2026-11-24T08:00:00.000Z'),
  { tenant: 'default', id: 'x', type: 'org.example.other', document: '{"data":null}' },
];

/** What Slack's reference says of the blocks that are used, and of their limits. */
const plainText = (most: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean(),
  });
const slackSchema = z.strictObject({
  text: z.string().min(1),
  blocks: z
    .array(
      z.union([
        z.strictObject({ type: z.literal('header'), text: plainText(150) }),
        z.strictObject({ type: z.literal('section'), text: plainText(3000) }),
        z.strictObject({
          type: z.literal('section'),
          fields: z.array(plainText(2000)).min(1).max(10),
        }),
        z.strictObject({
          type: z.literal('context'),
          elements: z.array(plainText(2000)).min(1).max(10),
        }),
        z.strictObject({
          type: z.literal('actions'),
          elements: z
            .array(
              z.strictObject({
                type: z.literal('button'),
                text: plainText(75),
                url: z.url().max(3000),
              }),
            )
            .max(25),
        }),
      ]),
    )
    .min(1)
    .max(50),
});

/** What the schema of Adaptive Cards 1.4 says of the elements that are used. */
const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  size: z.enum(['Default', 'Small', 'Medium', 'Large', 'ExtraLarge']).optional(),
  weight: z.enum(['Default', 'Lighter', 'Bolder']).optional(),
  color: z.enum(['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention']).optional(),
  isSubtle: z.boolean().optional(),
});
const teamsSchema = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: z.strictObject({
        $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
        type: z.literal('AdaptiveCard'),
        version: z.literal('1.4'),
        body: z
          .array(
            z.strictObject({
              type: z.literal('RichTextBlock'),
              inlines: z.array(textRun).min(1),
              separator: z.boolean().optional(),
              spacing: z.enum(['Medium']).optional(),
            }),
          )
          .min(1),
        actions: z
          .array(
            z.strictObject({
              type: z.literal('Action.OpenUrl'),
              title: z.string(),
              url: z.url(),
            }),
          )
          .optional(),
      }),
    }),
  ]),
});

describe('Slack', () => {
  it.each(everything)('takes the blocks of $type', async (notice) => {
    expect(await createSlackReceiver(options()).deliver(notice)).toEqual({
      kind: 'done',
      status: 200,
    });
    const [call] = server.calls;
    expect(call?.headers['idempotency-key']).toBe(notice.id);
    expect(slackSchema.parse(JSON.parse(call?.body ?? ''))).toBeTruthy();
  });

  it('is told what was found, and takes no name for mark-up', async () => {
    await createSlackReceiver(options()).deliver(raised);
    const body = server.calls[0]?.body ?? '';
    expect(body).toContain('End the relationship');
    expect(body).toContain('https://herkomst.example/alerts/alert-0123');
    const { text } = JSON.parse(body) as { text: string };
    expect(text).toContain('Critical alert: Human hair wigs from China for Haarhuis');
    expect(text).not.toMatch(/[<>]/);
    expect(body).not.toContain('mrkdwn');
  });

  it.each<[number, string]>([
    [400, 'give-up'],
    [404, 'give-up'],
    [429, 'retry'],
    [500, 'retry'],
  ])('that answers %d: %s', async (status, kind) => {
    server.answer = (reply) => void reply.writeHead(status).end('no_service');
    expect(await createSlackReceiver(options()).deliver(raised)).toMatchObject({ kind, status });
  });

  it('leads to no private address unless it may', async () => {
    expect(() => createSlackReceiver({ ...options(), allowPrivate: false })).toThrow('private');
  });
});

describe('Teams', () => {
  it.each(everything)('takes the card of $type', async (notice) => {
    expect(await createTeamsReceiver(options()).deliver(notice)).toMatchObject({ kind: 'done' });
    const body = server.calls[0]?.body ?? '';
    expect(teamsSchema.parse(JSON.parse(body))).toBeTruthy();
    expect(Buffer.byteLength(body)).toBeLessThan(28_000);
  });

  it('that could not pass it on is asked again', async () => {
    server.answer = (reply) =>
      void reply.end('Webhook message delivery failed with error: HTTP 429');
    expect(await createTeamsReceiver(options()).deliver(raised)).toMatchObject({
      kind: 'retry',
      status: 200,
    });
  });

  it('is written to in Dutch', async () => {
    await createTeamsReceiver({ ...options(), language: 'nl' }).deliver(raised);
    const body = server.calls[0]?.body ?? '';
    for (const words of [
      'Beëindig de relatie',
      'Wat ertegen spreekt',
      'is nog niet van toepassing',
    ])
      expect(body).toContain(words);
  });
});
