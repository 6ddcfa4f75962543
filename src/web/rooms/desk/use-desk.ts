import { useMemo } from "react";
import { useRoom } from "../room/live/live-room.tsx";
import { useWhole } from "../room/whole/use-whole.tsx";
import { useMoments } from "../timeline/use-moments.ts";
import { type CommonGround, commonGround } from "./common-ground.ts";
import { type IssueStanding, issueStandings } from "./issue-standings.ts";

/** What the mediator's desk rests on: all of it computed here, from what this seat sees. */
export function useDesk(): { readonly standings: readonly IssueStanding[]; readonly ground: CommonGround } {
  const { agenda } = useRoom();
  const { channels, composition } = useWhole();
  const moments = useMoments();
  const standings = useMemo(
    () => issueStandings(agenda, channels, moments, composition),
    [agenda, channels, moments, composition],
  );
  const ground = useMemo(() => commonGround(agenda, channels, moments), [agenda, channels, moments]);
  return { standings, ground };
}
