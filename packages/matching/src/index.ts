/** Name matching: an index of listed entities, built once, that parties are looked up in. */
export { buildMatcher } from './matcher.ts';
