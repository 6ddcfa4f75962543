import type { DealAnswer } from "#compute/browser";
import { points, signedPoints } from "#report";
import { PartyMark } from "../../parts/party-name.tsx";
import { useWords } from "../../words/words.tsx";
import type { JudgedParty } from "../judged-parties.ts";
import { type Pair, type Place, utilitiesAt } from "./pair-places.ts";

/** One line under the chart, always there: what is pointed at and what it is worth, or how to use the chart. */
export function PlaceReadout({
  place,
  answer,
  parties,
}: {
  readonly place: Place | undefined;
  readonly answer: DealAnswer;
  readonly parties: readonly JudgedParty[];
  readonly pair: Pair;
}) {
  const words = useWords();
  if (!place) return <p className="space-readout note screen-only">{words("space.hint")}</p>;
  const values = utilitiesAt(answer.frontier, place);
  return (
    <p className="space-readout screen-only">
      <strong>
        <bdi>{place.label || words(place.kind === "frontier" ? "space.place.frontier" : "space.place.efficient")}</bdi>
      </strong>
      {parties.map(({ id, name, slot, scale, reservation }) =>
        values[id] === undefined ? null : (
          <span key={id} className="space-readout-party">
            <PartyMark slot={slot} />
            <bdi>{name}</bdi> {points(values[id], scale)}{" "}
            <span className="soft">({signedPoints(values[id] - reservation.mid, scale)})</span>
          </span>
        ),
      )}
    </p>
  );
}
