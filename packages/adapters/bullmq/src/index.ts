export { bullmqSchema } from './engine.ts';
export { type BullmqConnection, type BullmqSettings, createBullmqJobQueue } from './job-queue.ts';
