/**
 * What goes over HTTP, as schemas. The routes validate by them, the OpenAPI document is made of
 * them, and clients in TypeScript take their types from here (`import type`, which loads nothing).
 */
export * from './access.ts';
export * from './advice.ts';
export * from './cases.ts';
export * from './common.ts';
export * from './deliveries.ts';
export * from './entities.ts';
export * from './explanation.ts';
export * from './files.ts';
export * from './intake.ts';
export * from './keys.ts';
export * from './lists.ts';
export * from './me.ts';
export * from './places.ts';
export * from './rulebook.ts';
export * from './search.ts';
export * from './shipments.ts';
export * from './statistics.ts';
export * from './stream.ts';
