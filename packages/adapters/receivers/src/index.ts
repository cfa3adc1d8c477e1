export {
  createSlackReceiver,
  createTeamsReceiver,
  type ChatReceiverOptions,
} from './chat/chat-receiver.ts';
export {
  createEmailReceiver,
  type EmailReceiverOptions,
  type SmtpServer,
} from './email/email-receiver.ts';
export * from './file/file-receiver.ts';
export { WebhookError } from './http/answer.ts';
export { languages, type Language, type LetterStyle } from './letter/letter.ts';
export * from './webhook/webhook-receiver.ts';
export * from './writer-receiver.ts';
