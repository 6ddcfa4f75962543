// a syllable from each of three sets: 16 x 5 x 16 x ... no list of words to be fetched, and every word can be read aloud
const onsets = "b d f g h k l m n p r s t v w z".split(" ");
const vowels = "a e i o u".split(" ");

/** Words of two syllables, about 12.6 bits each: six are worth some 76 bits. */
export function suggestPassphrase(random: (below: number) => number = randomBelow, words = 6): string {
  const syllable = (): string => onsets[random(onsets.length)]! + vowels[random(vowels.length)]!;
  return Array.from({ length: words }, () => syllable() + syllable()).join("-");
}

/** Uniform: numbers of the last, incomplete round are drawn again. */
function randomBelow(below: number): number {
  const limit = Math.floor(2 ** 32 / below) * below;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < limit) return drawn % below;
  }
}
