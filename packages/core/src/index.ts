export * from './shipment/schema.ts';
export * from './shipment/event.ts';
export * from './lists/list.ts';
export * from './matching/matcher.ts';
