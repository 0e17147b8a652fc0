import type { Text } from './reply.ts';

/** Renders one text. `voice` fills how this person is addressed. Throws on a missing key or argument. */
export interface Words {
  render(text: Text, voice: Voice): string;
}

/** How the person is called, from the roster: "chị" unless it says otherwise. */
export interface Voice {
  address: string;
}

/** Whoever the roster does not know, or says nothing special of. */
export const usualVoice: Voice = { address: 'chị' };
