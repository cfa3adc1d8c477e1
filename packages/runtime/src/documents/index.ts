export * from './alert.ts';
export * from './assessment.ts';
