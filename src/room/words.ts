import type { ChannelKind } from "./channel.ts";
import { isPublic } from "./channel.ts";

/**
 * What somebody says. In plenary and working groups plain text; in a back channel or a caucus sealed with the channel's
 * key, so that the host keeps bytes (base64).
 */
export type Words = { readonly plain: string } | { readonly sealed: string };

/** In characters; of sealed words in characters of base64, 64 kB and what sealing adds. */
export const longestWords = { plain: 16_000, sealed: 90_000 } as const;

/** Why these words do not fit this kind of channel; undefined if they do. */
export function unfitWords(kind: ChannelKind, words: Words): string | undefined {
  const sealed = "sealed" in words;
  if (isPublic(kind) && sealed) return "Words in plenary and working groups are plain text; these are sealed.";
  if (!isPublic(kind) && !sealed) return `Words in a ${kind} are sealed with its key; these are plain.`;
  const text = sealed ? words.sealed : words.plain;
  if (text.trim() === "") return "These words are empty.";
  const longest = sealed ? longestWords.sealed : longestWords.plain;
  if (text.length > longest) return `These words have ${text.length} characters; at most ${longest} fit.`;
}
