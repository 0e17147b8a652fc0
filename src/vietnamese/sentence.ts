/** A unit's name inside a sentence: "Phường An Biên" → "phường An Biên". */
export const inSentence = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
