/** How far a group is behind. */
import type { Admin } from 'kafkajs';

/** Records of the topic, which must be there, that the group has not got past. */
export async function groupLag(admin: Admin, topic: string, groupId: string): Promise<number> {
  // Positions first: read afterwards, they might be past the ends that were read before.
  const [positions] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const ends = await admin.fetchTopicOffsets(topic);
  let lag = 0;
  for (const { partition, low, high } of ends) {
    const kept = positions?.partitions.find((one) => one.partition === partition)?.offset;
    // A group that was never here begins with the oldest record.
    const position = kept === undefined || kept === '-1' ? BigInt(low) : BigInt(kept);
    lag += Number(BigInt(high) - position);
  }
  return Math.max(0, lag);
}
