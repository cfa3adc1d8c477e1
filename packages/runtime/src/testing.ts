/**
 * For tests of what stands above and below the ports: the suites every adapter must pass, and whole
 * implementations in memory. Apart from the package's main entry, as it needs a test runner.
 */
export * as caseSamples from './contract/case-samples.ts';
export { caseStoreContract, type CaseStoreHarness } from './contract/case-store.contract.ts';
export { eventStreamContract, type EventStreamHarness } from './contract/event-stream.contract.ts';
export { createInbox, type Inbox } from './contract/inbox.ts';
export { jobQueueContract } from './contract/job-queue.contract.ts';
export type { JobQueueHarness } from './contract/job-queue-harness.ts';
export { keyStoreContract, type KeyStoreHarness } from './contract/key-store.contract.ts';
export {
  publicationLogContract,
  type PublicationLogHarness,
} from './contract/publication-log.contract.ts';
export * from './contract/samples.ts';
export { recordStoreContract, type RecordStoreHarness } from './contract/record-store.contract.ts';
export { createMemoryRecordStore, createMemoryRecordStores } from './memory/memory-record-store.ts';
export { searchStoreContract, type SearchStoreHarness } from './contract/search-store.contract.ts';
export { storeContract, type StoreHarness } from './contract/store.contract.ts';
export * from './intake/memory-intake.ts';
export { createManualClock, type ManualClock } from './memory/manual-clock.ts';
export { createMemoryCaseStore } from './memory/memory-case-store.ts';
export { createMemoryEventStream } from './memory/memory-event-stream.ts';
export { createMemoryJobQueue } from './memory/memory-job-queue.ts';
export {
  createMemoryPipeline,
  type MemoryPipeline,
  type MemoryPipelineOptions,
} from './memory/memory-pipeline.ts';
export { createMemoryKeyStore } from './memory/memory-key-store.ts';
export { createMemoryStore, type MemoryStore } from './memory/memory-store.ts';
export { createMemoryStores, type MemoryStores } from './memory/memory-stores.ts';
export { soleTenant } from './memory/sole-tenant.ts';
export { createSilentLogger, type SilentLogger } from './memory/silent-logger.ts';
