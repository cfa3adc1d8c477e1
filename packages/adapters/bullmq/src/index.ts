export { bullmqSchema } from './engine.ts';
export { type BullmqConnection, type BullmqSettings, createBullmqJobQueue } from './job-queue.ts';
export { type AlertJob, createQueueReceiver, type QueueReceiverOptions } from './queue-receiver.ts';
