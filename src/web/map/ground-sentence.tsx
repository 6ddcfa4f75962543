import { endsOf, type TierOnTheGround } from "#monitor";
import { measureWords } from "#report";
import { useWords } from "../words/words.tsx";

/** The answer of the page: how much ground the demilitarised zone takes, and how surely. */
export function GroundSentence({ tiers }: { readonly tiers: readonly TierOnTheGround[] | undefined }) {
  const words = useWords();
  if (!tiers) return <p aria-live="polite">{words("map.measuring")}</p>;
  const zones = tiers.filter((tier) => tier.kind === "demilitarised-zone");
  return zones.map((zone) => {
    const area = measureWords(zone.areaKm2);
    const text =
      area === undefined
        ? words("map.zone.unknown", { why: zone.gaps.join(" ") })
        : endsOf(zone.areaKm2)?.high === 0
          ? words("map.zone.none")
          : words("map.zone.answer", {
              area,
              length: measureWords(zone.lengthKm) ?? words("map.unknown"),
              basis: zone.areaKm2.basis ?? "",
            });
    return (
      <p key={zone.id} className="map-answer" aria-live="polite">
        <strong>{text}</strong>
      </p>
    );
  });
}
