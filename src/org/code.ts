import { createHash, randomInt } from 'node:crypto';

/** Letters and digits that nobody mixes up when reading them over the phone. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

export const CODE_MINUTES = 15;
/** Wrong codes from one account within CODE_MINUTES before it must wait. */
export const CODE_TRIES = 5;
/**
 * Wrong codes from everyone together within a minute before all must wait: however many accounts someone makes, a day
 * of guessing covers one in seven million of all codes.
 */
export const CODE_TRIES_OF_ALL = 100;

/** A new one-time code, "HP7K-3M9Q". */
export function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What was typed, read as a code ("hp7k 3m9q" too), or null when it is none. */
export function readCode(text: string): string | null {
  const letters = text.toUpperCase().replace(/[\s\-_.]/g, '');
  return letters.length === LENGTH && Array.from(letters).every((letter) => ALPHABET.includes(letter)) ? letters : null;
}

/** What is kept of a code. */
export const codeHash = (letters: string): string => createHash('sha256').update(letters.replace(/-/g, '')).digest('hex');
