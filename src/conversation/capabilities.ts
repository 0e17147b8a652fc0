/** What a channel can do. Scenes never ask; rendering and channels read this table. */
export interface Capabilities {
  /** Longest text of one message, in UTF-16 units after formatting is parsed. */
  textLimit: number;
  buttons: boolean;
  edits: boolean;
  /** Largest photo a person may send, in bytes. */
  photoLimit: number;
  sendsDocuments: 'file' | 'link';
  sharesContact: boolean;
}

const MB = 1024 * 1024;

export const capabilities = {
  telegram: { textLimit: 4096, buttons: true, edits: true, photoLimit: 20 * MB, sendsDocuments: 'file', sharesContact: true },
  zalo: { textLimit: 2000, buttons: false, edits: false, photoLimit: 5 * MB, sendsDocuments: 'link', sharesContact: false },
  web: { textLimit: 20_000, buttons: true, edits: false, photoLimit: 20 * MB, sendsDocuments: 'link', sharesContact: false },
  terminal: { textLimit: 20_000, buttons: false, edits: false, photoLimit: 20 * MB, sendsDocuments: 'link', sharesContact: false },
} satisfies Record<string, Capabilities>;

export type ChannelName = keyof typeof capabilities;
export const channelNames = Object.keys(capabilities) as ChannelName[];
