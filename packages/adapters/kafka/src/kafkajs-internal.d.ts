/** A class of kafkajs that its types leave out; see calm-request-queues.ts. */
declare module 'kafkajs/src/network/requestQueue/index.js' {
  interface RequestQueue {
    readonly pending: readonly unknown[];
  }
  const requestQueue: {
    readonly prototype: { scheduleCheckPendingRequests: (this: RequestQueue) => void };
  };
  export default requestQueue;
}
