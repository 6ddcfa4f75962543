import type { DelegationId } from "#room";
import { PartyMark } from "../../../parts/party-name.tsx";
import { useDelegationName, useRoom } from "./live-room.tsx";

/** A delegation's name, a party's with its mark. */
export function DelegationMark({ of }: { readonly of: DelegationId }) {
  const { agenda } = useRoom();
  const name = useDelegationName();
  const slot = agenda.parties.findIndex(({ id }) => id === of);
  return (
    <span className="party-name">
      {slot >= 0 ? <PartyMark slot={slot} /> : null}
      <bdi>{name(of)}</bdi>
    </span>
  );
}
