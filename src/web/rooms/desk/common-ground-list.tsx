import type { Choices } from "#model";
import { useWords } from "../../words/words.tsx";
import { DelegationMark } from "../room/live/delegation-mark.tsx";
import { useRoom } from "../room/live/live-room.tsx";
import { OfferLink } from "../room/whole/offer-name.tsx";
import type { CommonGround, SharedOption } from "./common-ground.ts";

/** What a mediator could table: what every party whose consent is needed has stood behind at some time. */
export function CommonGroundList({
  ground,
  take,
}: {
  readonly ground: CommonGround;
  readonly take: (choices: Choices) => void;
}) {
  const { names } = useRoom();
  const words = useWords();
  const { shared, oneWanting, packages, draft, draftIsSettlement } = ground;
  const drafted = Object.keys(draft).length;
  return (
    <>
      <p>{words("desk.ground.what")}</p>
      {shared.length === 0 ? (
        <p className="note">{words("desk.ground.none")}</p>
      ) : (
        <>
          <ul className="desk-ground">
            {shared.map((one) => (
              <li key={`${one.issue} ${one.option}`}>
                <bdi>{names.issue(one.issue)}</bdi>: <bdi>{names.option(one.issue, one.option)}</bdi>{" "}
                <Supposed one={one} />
                <button type="button" className="quiet" onClick={() => take({ [one.issue]: one.option })}>
                  {words("desk.ground.take")}
                  <span className="unseen"> {names.option(one.issue, one.option)}</span>
                </button>
              </li>
            ))}
          </ul>
          <p className="row">
            <button type="button" onClick={() => take(draft)}>
              {words("desk.ground.take-all", { count: drafted })}
            </button>
            <span className="note">{words(draftIsSettlement ? "desk.ground.settlement" : "desk.ground.partial")}</span>
          </p>
        </>
      )}
      {packages.length === 0 ? null : (
        <>
          <h3>{words("desk.ground.packages")}</h3>
          <ul>
            {packages.map(({ ref, choices }) => (
              <li key={`${ref.channel} ${ref.offer}`}>
                <OfferLink of={ref} />{" "}
                <button type="button" className="quiet" onClick={() => take(choices)}>
                  {words("desk.ground.take")}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {oneWanting.length === 0 ? null : (
        <details>
          <summary>{words("desk.ground.wanting", { count: oneWanting.length })}</summary>
          <ul className="desk-ground">
            {oneWanting.map((one) => (
              <li key={`${one.issue} ${one.option}`}>
                <bdi>{names.issue(one.issue)}</bdi>: <bdi>{names.option(one.issue, one.option)}</bdi>{" "}
                <span className="small">{words("desk.ground.without")}</span>{" "}
                {one.wanting.map((party) => (
                  <DelegationMark key={party} of={party} />
                ))}{" "}
                <Supposed one={one} />
                <button type="button" className="quiet" onClick={() => take({ [one.issue]: one.option })}>
                  {words("desk.ground.take")}
                  <span className="unseen"> {names.option(one.issue, one.option)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Who has only supposed it: a "what if" binds nobody. */
function Supposed({ one }: { readonly one: SharedOption }) {
  const words = useWords();
  const only = Object.entries(one.by).filter(([, stance]) => stance === "supposed");
  if (only.length === 0) return null;
  return (
    <span className="small soft">
      ({words("desk.ground.supposed")}{" "}
      {only.map(([party]) => (
        <DelegationMark key={party} of={party} />
      ))}
      ){" "}
    </span>
  );
}
