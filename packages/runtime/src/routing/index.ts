export * from './digest.ts';
export * from './digest-times.ts';
export * from './policy.ts';
export { isTimeZone } from './wall-clock.ts';
export * from './test-notice.ts';
