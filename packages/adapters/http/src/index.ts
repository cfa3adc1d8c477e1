export type { Authenticate } from './guard.ts';
export type { DeliveryRouteParts, ReceiverDescription } from './routes/deliveries.ts';
export { buildOpenApi } from './openapi.ts';
export * from './server.ts';
