/** A kept message: `body` is what `shown.ts` wrote. `id` grows with every message of an account. */
export interface KeptMessage {
  id: number;
  at: Date;
  sender: 'person' | 'bot';
  body: unknown;
}

/** What was said in the web chat, which no platform keeps for us. */
export interface MessageLog {
  /**
   * Keeps a message. A body with an `update` that this account already has is not kept again: its first id comes back.
   * Ids of one account become visible in their order, so that nobody who reads after an id misses one.
   */
  append(account: string, sender: 'person' | 'bot', body: unknown, at: Date): Promise<{ id: number }>;
  /** Messages after an id, oldest first. After 0, where a page begins, only the newest may come. */
  since(account: string, afterId: number): Promise<KeptMessage[]>;
  one(account: string, id: number): Promise<KeptMessage | null>;
}
