/**
 * kafkajs 2.2.4 sets a timer to look for waiting requests even when none wait, and when it fires
 * sets the next: each connection wakes the process a thousand times a second, for ever, with a
 * negative delay that Node warns of. A timer is needed only while something waits.
 */
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

let calmed = false;

/** Mends the class for all clients of this process; safe to call again. */
export function calmRequestQueues(): void {
  if (calmed) return;
  calmed = true;
  const { prototype } = RequestQueue;
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function scheduleWhenNeeded() {
    if (this.pending.length > 0) schedule.call(this);
  };
}
