import { eventStreamContract } from '../contract/event-stream.contract.ts';
import { createMemoryEventStream } from './memory-event-stream.ts';

eventStreamContract('the memory event stream', async () => {
  const stream = createMemoryEventStream({ retryMs: 1 });
  // It lives in its object alone: what a next process finds is out of its promise.
  return { stream, restart: async () => stream, crash: null, close: async () => {} };
});
