/** Names of the streams and queues that services share. */
export const shipmentsTopic = 'herkomst.shipments';
export const assessmentsTopic = 'herkomst.assessments';
export const deadLettersTopic = 'herkomst.dead-letters';
export const screenerGroup = 'screener';
export const deliveriesQueue = 'deliveries';

/** Of a receiver that has a queue of its own. */
export function deliveriesQueueOf(receiver: string): string {
  return `${deliveriesQueue}.${receiver}`;
}
