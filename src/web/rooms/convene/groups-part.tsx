import { useState } from "react";
import type { Agenda } from "#model";
import { type ChannelPlan, levels } from "#room";
import { useWords } from "../../words/words.tsx";
import { random } from "../kept-seats/random.ts";
import { changedChannel, type Draft, regrouped, withGroup, withoutGroup } from "./draft.ts";

type PartProps = { readonly agenda: Agenda; readonly draft: Draft; readonly onDraft: (draft: Draft) => void };

/** The working groups: from the agenda's formats or clusters, then as the convenor likes. */
export function GroupsPart({ agenda, draft, onDraft }: PartProps) {
  const words = useWords();
  const hasFormats = agenda.formats.some(({ id, name }) => !/plenary/i.test(`${id} ${name}`));
  const [from, setFrom] = useState<"formats" | "clusters" | "none">(
    hasFormats ? "formats" : agenda.clusters.length > 0 ? "clusters" : "none",
  );
  const groups = draft.channels.filter(({ kind }) => kind === "working group");
  const uncovered = agenda.clusters.filter(
    ({ id }) => !groups.some(({ clusters }) => clusters.length === 0 || clusters.includes(id)),
  );
  const choices = [
    ...(hasFormats ? (["formats"] as const) : []),
    ...(agenda.clusters.length > 0 ? (["clusters"] as const) : []),
    "none" as const,
  ];
  return (
    <section aria-labelledby="convene-groups">
      <h2 id="convene-groups">{words("convene.groups")}</h2>
      <p>{words("convene.groups.lead")}</p>
      <fieldset>
        <legend>{words("convene.groups.from")}</legend>
        <div className="convene-radios">
          {choices.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="convene-groups-from"
                checked={from === one}
                onChange={() => {
                  setFrom(one);
                  const plenary = draft.channels.filter(({ kind }) => kind === "plenary");
                  onDraft(one === "none" ? { ...draft, channels: plenary } : regrouped(draft, agenda, one, random));
                }}
              />{" "}
              {words(`convene.groups.from.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <ul className="convene-groups" aria-label={words("convene.groups.caption")}>
        {groups.map((group) => (
          <li key={group.id}>
            <Group agenda={agenda} group={group} draft={draft} onDraft={onDraft} />
          </li>
        ))}
      </ul>
      <p>
        <button
          type="button"
          onClick={() => onDraft(withGroup(draft, words("convene.groups.new", { number: groups.length + 1 }), random))}
        >
          {words("convene.groups.add")}
        </button>
      </p>
      {groups.length > 0 && uncovered.length > 0 ? (
        <p className="note">
          {words("convene.groups.uncovered", { clusters: uncovered.map(({ name }) => name).join(", ") })}
        </p>
      ) : null}
    </section>
  );
}

function Group({ agenda, group, draft, onDraft }: PartProps & { readonly group: ChannelPlan }) {
  const words = useWords();
  const { id, name, clusters, level } = group;
  return (
    <fieldset>
      <legend className="unseen">{name}</legend>
      <div className="convene-group">
        <label>
          <span className="soft small">{words("convene.groups.name")}</span>
          <input
            value={name}
            maxLength={120}
            onChange={({ target }) => onDraft(changedChannel(draft, id, { name: target.value }))}
          />
        </label>
        <label>
          <span className="soft small">{words("convene.groups.level")}</span>
          <select
            value={level}
            onChange={({ target }) =>
              onDraft(changedChannel(draft, id, { level: levels.find((one) => one === target.value) ?? level }))
            }
          >
            {levels.map((one) => (
              <option key={one} value={one}>
                {words(`convene.level.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="quiet" onClick={() => onDraft(withoutGroup(draft, id))}>
          {words("convene.groups.remove")}
          <span className="unseen"> {name}</span>
        </button>
      </div>
      <fieldset className="convene-clusters">
        <legend className="soft small">
          {words("convene.groups.clusters")}
          {clusters.length === 0 ? `: ${words("convene.groups.every")}` : ""}
        </legend>
        {agenda.clusters.map((cluster) => (
          <label key={cluster.id}>
            <input
              type="checkbox"
              checked={clusters.includes(cluster.id)}
              onChange={({ target }) => {
                const wanted = new Set(clusters);
                if (target.checked) wanted.add(cluster.id);
                else wanted.delete(cluster.id);
                const inOrder = agenda.clusters.flatMap((one) => (wanted.has(one.id) ? [one.id] : []));
                onDraft(changedChannel(draft, id, { clusters: inOrder }));
              }}
            />{" "}
            <bdi>{cluster.name}</bdi>
          </label>
        ))}
      </fieldset>
    </fieldset>
  );
}
