export * from './alert.ts';
export * from './assessment.ts';
export * from './digest.ts';
export * from './published.ts';
