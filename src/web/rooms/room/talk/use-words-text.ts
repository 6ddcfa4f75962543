import { useCallback, useMemo } from "react";
import type { StreamId, Words } from "#room";
import { wordKeyOf, wordsText } from "#seat";
import { channelOf, useLive, useRoom } from "../live/live-room.tsx";

/** Reads the words of a channel, with its key where they are sealed; undefined: they do not open here. */
export function useWordsText(stream: StreamId): (words: Words) => string | undefined {
  const { session, negotiation } = useRoom();
  const wordKeys = useLive(({ streams }) => channelOf(streams.states.get(stream))?.wordKeys);
  const key = useMemo(() => {
    const channel = channelOf(session.snapshot().streams.states.get(stream));
    return wordKeys && channel ? wordKeyOf(session.kept, session.keys, channel) : undefined;
  }, [wordKeys, session, stream]);
  return useCallback((words) => wordsText(words, { negotiation, stream }, key), [negotiation, stream, key]);
}
