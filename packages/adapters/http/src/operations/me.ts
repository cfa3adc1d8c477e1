/** Who calls. */
import { meSchema } from '../contract/index.ts';
import { operation } from '../operation.ts';

export const getMe = operation({
  method: 'GET',
  path: '/v1/me',
  action: 'read',
  tag: 'Keys',
  summary: 'Who calls, and what they may do.',
  answers: { 200: { description: 'The caller.', schema: meSchema } },
});
