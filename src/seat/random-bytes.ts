/** Random bytes fit for keys: `crypto.getRandomValues` in a page, `randomBytes` on the command line. */
export type RandomBytes = (length: number) => Uint8Array;

/** 128 random bits, hexadecimal: what seats, streams, offers, calls, motions and command keys are named by. */
export function randomId(random: RandomBytes): string {
  return hexText(random(16));
}

export function hexText(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of hexadecimal digits in lower case; undefined if it has others, or not as many as `length` bytes have. */
export function hexBytes(text: string, length: number): Uint8Array | undefined {
  if (text.length !== 2 * length || !/^[0-9a-f]*$/.test(text)) return undefined;
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16));
}
