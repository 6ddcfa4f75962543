import { type PartyId, withinJudgedRange } from "#model";
import { points } from "#report";
import { useDeal } from "../deal/deal-context.tsx";
import { useWords } from "../words/words.tsx";
import "./judged-range.css";

/**
 * Beside a value that lies where the judgement of the party's reservation value is open: whether it accepts by value is
 * then within the judgement's own uncertainty. Nothing for other values, nor for who need not consent.
 */
export function JudgedRange({ party, value }: { readonly party: PartyId; readonly value: number | undefined }) {
  const { scenario, names, act } = useDeal();
  const words = useWords();
  const { consent, tie } = scenario.agenda;
  const sheet = names.sheet(party);
  if (value === undefined || !sheet || !consent.includes(party)) return null;
  const { reservation, scale } = sheet;
  if (!withinJudgedRange(reservation, value, tie)) return null;
  const [low, mid, high] = [reservation.low, reservation.mid, reservation.high].map((at) => points(at, scale));
  return (
    <button
      type="button"
      className="badge judged-range"
      title={words("deal.range.why", { low: low!, mid: mid!, high: high! })} // three were put in
      onClick={() => act({ kind: "show-evidence", of: { kind: "reservation", party } })}
    >
      {words("deal.range", { low: low!, high: high! })}
    </button>
  );
}
