import { useId, useState } from "react";
import type { Agenda } from "#model";
import { levels, type SeatRole } from "#room";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { random } from "../kept-seats/random.ts";
import { changedSeat, type Draft, newSeatName, otherRoles, partyRoles, withoutSeat, withSeat } from "./draft.ts";
import { useDelegationName } from "./use-delegation-name.ts";

type PartProps = { readonly agenda: Agenda; readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

/** Who comes: seats to rename, to remove, to add. */
export function SeatsPart({ agenda, draft, onDraft }: PartProps) {
  const words = useWords();
  const nameOf = useDelegationName(agenda);
  const [told, setTold] = useState("");
  return (
    <section aria-labelledby="convene-seats">
      <h2 id="convene-seats">{words("convene.seats")}</h2>
      <p>{words("convene.seats.lead")}</p>
      <Scroll label={words("convene.seats.caption")}>
        <table className="convene-table">
          <caption className="unseen">{words("convene.seats.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words("convene.seats.name")}</th>
              <th scope="col">{words("convene.seats.delegation")}</th>
              <th scope="col">{words("convene.seats.role")}</th>
              <th scope="col">{words("convene.seats.level")}</th>
              <td className="convene-corner" />
            </tr>
          </thead>
          <tbody>
            {draft.seats.map(({ id, name, delegation, role, level }) => (
              <tr key={id}>
                <td>
                  <input
                    value={name}
                    maxLength={120}
                    aria-label={`${words("convene.seats.name")}: ${name}`}
                    onChange={({ target }) => onDraft(changedSeat(draft, id, { name: target.value }))}
                  />
                </td>
                <td>
                  <bdi>{nameOf(delegation)}</bdi>
                </td>
                <td>
                  {words(`convene.role.${role}`)}
                  <span className="convene-does">{words(`convene.does.${role}`)}</span>
                </td>
                <td>
                  <select
                    value={level}
                    aria-label={`${words("convene.seats.level")}: ${name}`}
                    onChange={({ target }) =>
                      onDraft(
                        changedSeat(draft, id, { level: levels.find((one) => one === target.value) ?? "minister" }),
                      )
                    }
                  >
                    {levels.map((one) => (
                      <option key={one} value={one}>
                        {words(`convene.level.${one}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  {role === "convenor" ? (
                    <span className="soft small">{words("convene.seats.you")}</span>
                  ) : (
                    <button
                      type="button"
                      className="quiet"
                      onClick={() => {
                        setTold(words("convene.seats.removed", { name }));
                        onDraft(withoutSeat(draft, id));
                      }}
                    >
                      {words("convene.seats.remove")}
                      <span className="unseen"> {name}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <AddSeat
        agenda={agenda}
        draft={draft}
        onDraft={(next, name) => {
          setTold(words("convene.seats.added", { name }));
          onDraft(next);
        }}
      />
      <p role="status" className="small soft">
        {told}
      </p>
    </section>
  );
}

function AddSeat({
  agenda,
  draft,
  onDraft,
}: {
  readonly agenda: Agenda;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft, name: string) => void;
}) {
  const words = useWords();
  const nameOf = useDelegationName(agenda);
  const id = useId();
  const [delegation, setDelegation] = useState(agenda.parties[0]?.id ?? "mediation");
  const roles: readonly SeatRole[] = otherRoles[delegation] ?? partyRoles;
  const [wanted, setWanted] = useState<SeatRole>("negotiator");
  const role = roles.find((one) => one === wanted) ?? roles[0] ?? "observer";
  const delegations = [...agenda.parties.map((party) => party.id), ...Object.keys(otherRoles)];
  return (
    <fieldset className="convene-add">
      <legend className="unseen">{words("convene.seats.add")}</legend>
      <div className="row">
        <label htmlFor={`${id}-for`}>{words("convene.seats.add.for")}</label>
        <select id={`${id}-for`} value={delegation} onChange={({ target }) => setDelegation(target.value)}>
          {delegations.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-as`}>{words("convene.seats.add.as")}</label>
        <select
          id={`${id}-as`}
          value={role}
          onChange={({ target }) => setWanted(roles.find((one) => one === target.value) ?? role)}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {words(`convene.role.${one}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          onClick={() => {
            const isParty = agenda.parties.some((party) => party.id === delegation);
            const name = newSeatName(draft, isParty ? nameOf(delegation) : "", words(`convene.role.${role}`));
            const level = draft.seats.find((seat) => seat.delegation === delegation)?.level ?? "minister";
            onDraft(withSeat(draft, { delegation, role, level, name }, random), name);
          }}
        >
          {words("convene.seats.add")}
        </button>
      </div>
    </fieldset>
  );
}
