import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { type ChannelKind, type ChannelPlan, isPublic, levels, type SeatId } from "#room";
import { convene, foreseenRefusal } from "#seat";
import { useWords } from "../../words/words.tsx";
import { useHall, useMe, useRoom } from "./live/live-room.tsx";
import { RefusalText, Refused } from "./live/refused.tsx";
import { untilSeen } from "./live/until-seen.ts";
import { useSending } from "./live/use-sending.ts";

type Convened = Exclude<ChannelKind, "plenary">;
const kinds: readonly Convened[] = ["back channel", "caucus", "working group"];

/** Convenes a channel, for those whom the rules of procedure let. */
export function ConveneForm() {
  const { agenda, session, negotiation, seat: mine } = useRoom();
  const words = useWords();
  const hall = useHall();
  const me = useMe();
  const navigate = useNavigate();
  const id = useId();
  const mayBe = kinds.filter((kind) => hall.procedure.mayConvene[kind].includes(me.role));
  const [kind, setKind] = useState<Convened>(mayBe[0] ?? "back channel");
  const [name, setName] = useState("");
  const [members, setMembers] = useState<readonly SeatId[]>([mine]);
  const [clusters, setClusters] = useState<readonly string[]>([]);
  const [level, setLevel] = useState(me.level);
  const { sending, send } = useSending();
  if (mayBe.length === 0 || hall.ended || !me.keys) return null;
  const plan: Omit<ChannelPlan, "id"> = { kind, name: name.trim(), clusters, members, level };
  const wordKeys = isPublic(kind) ? {} : { wordKeys: Object.fromEntries(members.map((member) => [member, "-"])) };
  const begun = name.trim() !== "" && members.length > 1;
  const refusal = begun ? foreseenRefusal(session, "new", { kind: "convene", plan, ...wordKeys }) : undefined;
  const toggle = (list: readonly string[], one: string): readonly string[] =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <details className="room-convene">
      <summary>{words("room.convene")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(() => convene(session, plan)).then(async (outcome) => {
            if (outcome.kind !== "done") return;
            setName("");
            const { stream, version } = outcome;
            if (!isPublic(kind) && (await untilSeen(session, stream, version)))
              await navigate({
                to: "/rooms/$negotiation/$seat/channel/$stream",
                params: { negotiation, seat: mine, stream },
              });
          });
        }}
      >
        <p className="row">
          <label>
            {words("room.convene.kind")}{" "}
            <select
              value={kind}
              onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? "back channel")}
            >
              {mayBe.map((one) => (
                <option key={one} value={one}>
                  {words(`room.channel.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words("room.convene.name")}{" "}
            <input value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
          </label>
          <label>
            {words("room.foot.level")}{" "}
            <select
              value={level}
              onChange={({ target }) => setLevel(levels.find((one) => one === target.value) ?? level)}
            >
              {levels.map((one) => (
                <option key={one} value={one}>
                  {words(`room.level.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </p>
        <p className="note">{words(isPublic(kind) ? "room.convene.public" : "room.convene.private")}</p>
        <fieldset className="room-condition-options">
          <legend>{words("room.convene.members")}</legend>
          {[...hall.seats.values()]
            .filter(({ removed }) => !removed)
            .map((one) => (
              <label key={one.id} htmlFor={`${id}-${one.id}`}>
                <input
                  id={`${id}-${one.id}`}
                  type="checkbox"
                  checked={members.includes(one.id)}
                  disabled={one.id === mine && !isPublic(kind)}
                  onChange={() => setMembers(toggle(members, one.id))}
                />{" "}
                {one.name} {one.keys ? "" : <span className="soft">{words("room.seats.not-joined")}</span>}
              </label>
            ))}
        </fieldset>
        <fieldset className="room-condition-options">
          <legend>{words("room.convene.clusters")}</legend>
          {agenda.clusters.map((cluster) => (
            <label key={cluster.id} htmlFor={`${id}-${cluster.id}`}>
              <input
                id={`${id}-${cluster.id}`}
                type="checkbox"
                checked={clusters.includes(cluster.id)}
                onChange={() => setClusters(toggle(clusters, cluster.id))}
              />{" "}
              {cluster.name}
            </label>
          ))}
        </fieldset>
        {refusal ? <RefusalText {...refusal} /> : null}
        <p>
          <button type="submit" className="primary" disabled={!begun || !!refusal || sending.kind === "sending"}>
            {words("room.convene.do")}
          </button>
        </p>
        <Refused sending={sending} />
      </form>
    </details>
  );
}
