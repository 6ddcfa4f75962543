import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../words/words.tsx";
import { movedBy, placedAt, tiedWithAbove } from "./draft-changes.ts";

type Order = readonly (readonly string[])[];

type OrderEditorProps = {
  readonly title: string;
  readonly order: Order;
  /** What has no place yet, in the order to show it. */
  readonly rest: readonly string[];
  readonly name: (member: string) => string;
  /** Shown below a member's name. */
  readonly detail?: (member: string) => ReactNode;
  /** Asks for the member of this place. */
  readonly ask: (place: number) => string;
  readonly allPlaced: string;
  readonly onChange: (order: Order) => void;
};

/** Puts things in order by picking one after the other, then by moving them; ties are kept together. */
export function OrderEditor(props: OrderEditorProps) {
  const { title, order, rest, name, detail, ask, allPlaced, onChange } = props;
  const words = useWords();
  const [told, setTold] = useState("");
  const restList = useRef<HTMLUListElement>(null);
  const question = useRef<HTMLHeadingElement>(null);
  const picked = useRef<number>(undefined);
  const left = rest.length;
  useEffect(() => {
    if (picked.current === undefined) return;
    // the button that was pressed is gone: on to the one in its place, or to what is asked now
    const buttons = restList.current?.querySelectorAll("button");
    (left > 0 ? buttons?.[Math.min(picked.current, left - 1)] : question.current)?.focus();
    picked.current = undefined;
  }, [left]);
  const placeOf = (among: Order, member: string): number => among.findIndex((rank) => rank.includes(member)) + 1;
  const change = (next: Order, member: string): void => {
    onChange(next);
    const place = placeOf(next, member);
    setTold(
      place > 0
        ? words("prepare.order.moved", { name: name(member), place })
        : words("prepare.order.removed", { name: name(member) }),
    );
  };
  return (
    <div className="prepare-order">
      <p role="status" className="unseen">
        {told}
      </p>
      {order.length > 0 ? (
        <div>
          <h3>{title}</h3>
          <ol className="prepare-ranks">
            {order.flatMap((rank, at) =>
              rank.map((member, tie) => (
                <li key={member} data-tied={tie > 0}>
                  <span className="prepare-rank">{tie > 0 ? "=" : at + 1}</span>
                  <span className="prepare-member">
                    <bdi>{name(member)}</bdi>
                    {detail ? <small>{detail(member)}</small> : null}
                  </span>
                  <span className="prepare-moves">
                    {at > 0 || tie > 0 ? (
                      <label className="prepare-tie">
                        <input
                          type="checkbox"
                          checked={tie > 0}
                          onChange={({ target }) => change(tiedWithAbove(order, member, target.checked), member)}
                        />
                        {words("prepare.order.tie")}
                        <span className="unseen"> {words("prepare.order.tie.label", { name: name(member) })}</span>
                      </label>
                    ) : null}
                    <button
                      type="button"
                      aria-label={words("prepare.order.up", { name: name(member) })}
                      aria-disabled={at === 0 && rank.length === 1}
                      onClick={() => (at > 0 || rank.length > 1) && change(movedBy(order, member, -1), member)}
                    >
                      ↑
                    </button>
                    <button
                      type="button"
                      aria-label={words("prepare.order.down", { name: name(member) })}
                      aria-disabled={at === order.length - 1 && rank.length === 1}
                      onClick={() =>
                        (at < order.length - 1 || rank.length > 1) && change(movedBy(order, member, 1), member)
                      }
                    >
                      ↓
                    </button>
                    {order.length > 4 ? (
                      <select
                        aria-label={words("prepare.order.place", { name: name(member) })}
                        value={at + 1}
                        onChange={({ target }) => change(placedAt(order, member, Number(target.value) - 1), member)}
                      >
                        {order.map((ranked, place) => (
                          <option key={ranked.join(" ")} value={place + 1}>
                            {place + 1}
                          </option>
                        ))}
                      </select>
                    ) : null}
                    <button
                      type="button"
                      aria-label={words("prepare.order.remove", { name: name(member) })}
                      onClick={() =>
                        change(
                          order.map((each) => each.filter((one) => one !== member)),
                          member,
                        )
                      }
                    >
                      ×
                    </button>
                  </span>
                </li>
              )),
            )}
          </ol>
        </div>
      ) : null}
      <div>
        <h3 ref={question} tabIndex={-1}>
          {rest.length > 0 ? ask(order.length + 1) : allPlaced}
        </h3>
        {rest.length > 0 ? (
          <ul className="prepare-rest" ref={restList}>
            {rest.map((member, index) => (
              <li key={member}>
                <button
                  type="button"
                  onClick={() => {
                    picked.current = index;
                    change([...order, [member]], member);
                  }}
                >
                  <bdi>{name(member)}</bdi>
                  {detail ? <small>{detail(member)}</small> : null}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
