export * from './file/file-receiver.ts';
export * from './webhook/webhook-receiver.ts';
export * from './writer-receiver.ts';
