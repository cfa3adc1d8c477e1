/** Answers that several operations give. */
import { problemSchema } from '../contract/index.ts';
import type { Answer } from '../operation.ts';

export const problem = (description: string): Answer => ({
  description,
  schema: problemSchema,
  types: ['application/problem+json'],
});

export const badQuery = problem('A parameter can not be read.');
export const notThere = problem('There is no such thing.');
export const badBody = problem('The body can not be read.');
export const refusedBody = problem('The body can be read, and is refused.');
export const wrongType = problem('The body has another content type.');
export const tooLarge = problem('The body is larger than allowed.');
