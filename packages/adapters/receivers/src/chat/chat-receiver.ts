/** Posts notices to the incoming webhook of a chat, in the form that the chat takes. */
import type { DeliveryOutcome, Receiver } from '@herkomst/runtime';
import { outcomeOf, readTarget } from '../http/answer.ts';
import { post, type PostResult } from '../http/post.ts';
import type { Letter, LetterStyle } from '../letter/letter.ts';
import { writeLetter } from '../letter/write-letter.ts';
import { slackMessage } from './slack-message.ts';
import { teamsMessage } from './teams-message.ts';

export interface ChatReceiverOptions extends LetterStyle {
  readonly name: string;
  /** The URL is the secret: whoever has it may post. */
  readonly url: string;
  /** How long the whole call may take; default 15 s. */
  readonly timeoutMs?: number;
  /** Lets the URL lead to this machine and private networks; default false. */
  readonly allowPrivate?: boolean;
}

/** Throws a WebhookError when the URL can not be used. */
export function createSlackReceiver(options: ChatReceiverOptions): Receiver {
  return createChatReceiver(options, slackMessage, outcomeOf);
}

/** Throws a WebhookError when the URL can not be used. */
export function createTeamsReceiver(options: ChatReceiverOptions): Receiver {
  return createChatReceiver(options, teamsMessage, outcomeOfTeams);
}

function createChatReceiver(
  options: ChatReceiverOptions,
  write: (letter: Letter) => object,
  judge: (result: PostResult) => DeliveryOutcome,
): Receiver {
  const { name, timeoutMs = 15_000, allowPrivate = false } = options;
  const url = readTarget(options.url, allowPrivate);
  const closing = new AbortController();
  return {
    name,
    async deliver(notice) {
      const result = await post({
        url,
        body: JSON.stringify(write(writeLetter(notice, options))),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'herkomst',
          'idempotency-key': notice.id,
        },
        timeoutMs,
        allowPrivate,
        signal: closing.signal,
      });
      return judge(result);
    },
    async close() {
      closing.abort();
    },
  };
}

/** Teams' older connectors answer 200 to what they could not pass on, and say so in words. */
function outcomeOfTeams(result: PostResult): DeliveryOutcome {
  const outcome = outcomeOf(result);
  if (outcome.kind !== 'done' || result.kind !== 'answered') return outcome;
  if (!/failed|error/i.test(result.text)) return outcome;
  const reason = `Teams could not pass it on: ${JSON.stringify(result.text.slice(0, 200))}`;
  return { kind: 'retry', reason, status: result.status };
}
