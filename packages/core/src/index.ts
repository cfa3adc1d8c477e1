export * from './shipment/schema.ts';
export * from './lists/list.ts';
export * from './matching/matcher.ts';
