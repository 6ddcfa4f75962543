import { useWords } from "../../words/words.tsx";
import { ConditionText } from "../room/table/condition-list.tsx";
import { OfferLink, OfferLinks } from "../room/whole/offer-name.tsx";
import { useWhole } from "../room/whole/use-whole.tsx";

/** Which offers wait, on what, and what on the table would meet it. */
export function WaitingList() {
  const words = useWords();
  const { composition } = useWhole();
  const waiting = composition.waiting.filter(({ conditions }) => conditions.some(({ state }) => state !== "met"));
  if (waiting.length === 0) return <p className="note">{words("desk.waiting.none")}</p>;
  return (
    <div>
      <h3>{words("desk.waiting")}</h3>
      <ul className="desk-waiting">
        {waiting.map(({ offer, status, conditions }) => (
          <li key={`${offer.channel} ${offer.offer}`}>
            <OfferLink of={offer} />{" "}
            <span className="small soft">({words(`desk.waiting.is.${status === "live" ? "live" : "agreed"}`)})</span>
            <ul>
              {conditions
                .filter(({ state }) => state !== "met")
                .map(({ condition, state, couldMeet, against, clashing }) => (
                  <li key={`${condition.channel} ${condition.issue}`}>
                    <ConditionText condition={condition} />{" "}
                    <strong>
                      {words(state === "contradicted" ? "desk.waiting.contradicted" : "desk.waiting.unmet")}
                    </strong>{" "}
                    {couldMeet.length > 0 ? (
                      <>
                        {words("desk.waiting.could")} <OfferLinks of={couldMeet} />.{" "}
                      </>
                    ) : null}
                    {against.length + clashing.length > 0 ? (
                      <>
                        {words("desk.waiting.against")} <OfferLinks of={[...against, ...clashing]} />.
                      </>
                    ) : null}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
