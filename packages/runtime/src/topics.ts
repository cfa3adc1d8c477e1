/** Names of the streams and queues that services share. */
export const shipmentsTopic = 'herkomst.shipments';
export const screenerGroup = 'screener';
export const deliveriesQueue = 'deliveries';
