import { useCallback, useRef } from "react";
import type { StreamId, Words } from "#room";
import { wordKeyOf, wordsText } from "#seat";
import { channelOf, useRoom } from "../room/live/live-room.tsx";

/** Reads the words of any channel, with its key where they are sealed; undefined: they do not open here. */
export function useAllWords(): (stream: StreamId, words: Words) => string | undefined {
  const { session, negotiation } = useRoom();
  const keys = useRef(new Map<StreamId, Uint8Array>());
  return useCallback(
    (stream, words) => {
      if ("plain" in words) return words.plain;
      const channel = channelOf(session.snapshot().streams.states.get(stream));
      const key = keys.current.get(stream) ?? (channel && wordKeyOf(session.kept, session.keys, channel));
      if (key) keys.current.set(stream, key);
      return wordsText(words, { negotiation, stream }, key);
    },
    [session, negotiation],
  );
}
