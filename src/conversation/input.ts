/** What reaches the conversation, whatever the channel. Texts are tidied (NFC, trimmed) by the channel. */
export type Input =
  | { kind: 'text'; text: string; picks?: string }
  | { kind: 'command'; name: string; args: string }
  | { kind: 'choice'; id: string }
  /** Photos of one album come one by one and name it: each is kept, only the first is answered. */
  | { kind: 'photo'; photos: Received[]; caption: string; album?: string }
  | { kind: 'contact'; phone: string; own: boolean }
  | { kind: 'edited'; text: string }
  | { kind: 'other'; what: 'voice' | 'sticker' | 'video' | 'file' | 'big-photo' | 'location' | 'unknown' }
  | { kind: 'silence' };

/** A file that a channel has already fetched and put away; `hash` (sha-256, hex) is its name in the file store. */
export interface Received {
  hash: string;
  mime: string;
  bytes: number;
}

/** What a channel hands over: a raw button still carries its data, which only the session can read. */
export type RawInput = Exclude<Input, { kind: 'choice' }> | { kind: 'button'; data: string };

/** Where a message came from and where its answer goes. */
export interface Address {
  channel: string;
  /** The person's id on that channel; in a group it differs from `chat`. */
  account: string;
  chat: string;
}

export interface Envelope extends Address {
  /** Unique on its channel and the same when redelivered: it makes a turn happen once. */
  update: string;
  /** False in a group, where nothing personal is said. */
  private: boolean;
  input: RawInput;
}

export const updateKey = (of: { channel: string; update: string }): string => `${of.channel}:${of.update}`;
