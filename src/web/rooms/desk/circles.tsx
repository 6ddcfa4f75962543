import { useWords } from "../../words/words.tsx";
import { ConditionText } from "../room/table/condition-list.tsx";
import { OfferLink, OfferLinks } from "../room/whole/offer-name.tsx";
import { useWhole } from "../room/whole/use-whole.tsx";

/** Offers that wait on each other all the way round, each round written as one. */
export function Circles() {
  const words = useWords();
  const { composition } = useWhole();
  const { circles } = composition;
  if (circles.length === 0) return null;
  return (
    <div>
      <h3>{words("desk.circles")}</h3>
      <p className="note">{words("desk.circles.what")}</p>
      <ol className="desk-circles">
        {circles.map(({ ring, closed, toAccept, wouldClose }) => (
          <li key={ring.map(({ offer }) => `${offer.channel} ${offer.offer}`).join()}>
            <ol className="desk-ring">
              {ring.map(({ offer, waitsOn }) => (
                <li key={`${offer.channel} ${offer.offer}`}>
                  <OfferLink of={offer} /> {words("desk.circles.waits")} <ConditionText condition={waitsOn} />
                </li>
              ))}
            </ol>
            <p>
              {closed ? (
                <strong>{words("desk.circles.closed")}</strong>
              ) : toAccept.length > 0 ? (
                <>
                  {words(wouldClose ? "desk.circles.would" : "desk.circles.would-not")} <OfferLinks of={toAccept} />
                </>
              ) : (
                words("desk.circles.open")
              )}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
