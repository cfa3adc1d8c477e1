/** Records for others to read, on topics of theirs to subscribe to. */

export interface OutgoingRecord {
  /** Records of one key keep their order. */
  readonly key: string;
  /** UTF-8 text, JSON by convention. */
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface TopicSender {
  /**
   * Sends in the order given, and after what was sent before. Resolves once the records survive the
   * death of this process; when it rejects, some may have been sent. Not the implementer's job:
   * noticing that a record was sent before.
   */
  send(topic: string, records: readonly OutgoingRecord[]): Promise<void>;
}
