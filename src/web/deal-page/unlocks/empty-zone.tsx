import { useState } from "react";
import type { Analysis, Conflict, ZoneUnlock } from "#analysis";
import { isLogic, plainText, points } from "#report";
import { useDeal, useWhatIf } from "../../deal/deal-context.tsx";
import { ConstraintName } from "../../evidence/constraint-name.tsx";
import { useWords } from "../../words/words.tsx";
import { MadePossible } from "./made-possible.tsx";
import { zoneUnlockWhatIf } from "./zone-unlock-what-if.ts";

const atFirst = 12;

/** When no settlement has the consent of all: why, and what would open the agreement zone. */
export function EmptyZone({ analysis }: { readonly analysis: Analysis }) {
  return (
    <>
      <Conflicts conflicts={analysis.conflicts} />
      <ZoneUnlocks unlocks={analysis.zoneUnlocks} />
    </>
  );
}

function Conflicts({ conflicts }: Pick<Analysis, "conflicts">) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const found = conflicts.status === "exact" ? conflicts.value : [];
  return (
    <div className="unlocks-block">
      <h3>{words("unlocks.conflicts")}</h3>
      <p>
        {conflicts.status === "exact"
          ? words(found.length === 0 ? "unlocks.conflicts.rules" : "unlocks.conflicts.lead", { all: found.length })
          : words("unlocks.conflicts.unknown", { reason: "reason" in conflicts ? conflicts.reason : conflicts.status })}
      </p>
      <ul className="unlocks-conflicts">
        {(all ? found : found.slice(0, atFirst)).map((conflict) => (
          <OneConflict key={JSON.stringify(conflict)} conflict={conflict} />
        ))}
      </ul>
      <More all={all} count={found.length} onMore={setAll} />
    </div>
  );
}

function OneConflict({ conflict }: { readonly conflict: Conflict }) {
  const words = useWords();
  return (
    <li>
      {conflict.members.length === 0 ? words("unlocks.conflicts.rules") : null}
      {conflict.members.map((member, at) => (
        <span key={JSON.stringify(member)}>
          {at > 0 ? " + " : ""}
          <ConstraintName of={member} />
        </span>
      ))}{" "}
      {isLogic(conflict) ? (
        <span className="badge badge-warning" title={words("unlocks.conflicts.logic.note")}>
          {words("unlocks.conflicts.logic")}
        </span>
      ) : (
        <span className="badge">{words("unlocks.conflicts.weight")}</span>
      )}
    </li>
  );
}

function ZoneUnlocks({ unlocks }: { readonly unlocks: Analysis["zoneUnlocks"] }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const found = unlocks.status === "exact" ? unlocks.value : unlocks.status === "bounded" ? unlocks.low : [];
  const lead =
    unlocks.status === "exact"
      ? found.length === 0
        ? words("unlocks.zone.none")
        : words("unlocks.zone.lead", { all: found.length })
      : unlocks.status === "bounded" && found.length > 0
        ? words("unlocks.zone.some", { all: found.length })
        : words("unlocks.zone.unknown", { reason: "reason" in unlocks ? unlocks.reason : unlocks.status });
  return (
    <div className="unlocks-block">
      <h3>{words("unlocks.zone")}</h3>
      <p>{lead}</p>
      <ul className="unlocks-cards unlocks-cards-small">
        {(all ? found : found.slice(0, atFirst)).map((unlock) => (
          <ZoneCard key={JSON.stringify(unlock.remove)} unlock={unlock} />
        ))}
      </ul>
      <More all={all} count={found.length} onMore={setAll} />
    </div>
  );
}

function ZoneCard({ unlock }: { readonly unlock: ZoneUnlock }) {
  const words = useWords();
  const aside = unlock.remove.filter(({ kind }) => kind !== "reservation");
  const ways = unlock.cuts.length > 0 ? unlock.cuts : [undefined];
  return (
    <li className="card unlocks-card">
      {aside.length > 0 ? (
        <ul className="unlocks-aside">
          {aside.map((ref) => (
            <li key={JSON.stringify(ref)}>
              {words("unlocks.zone.aside")} <ConstraintName of={ref} />
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="unlocks-cuts">
        {ways.map((cut) => (
          <li key={JSON.stringify(cut?.cut ?? {})}>
            <CutWords {...(cut ? { cut } : {})} waits={unlock.remove.length > aside.length && !cut} />
            <Assume unlock={unlock} {...(cut ? { cut } : {})} />
            <MadePossible witness={(cut ?? unlock).witness} />
          </li>
        ))}
      </ul>
    </li>
  );
}

type Cut = ZoneUnlock["cuts"][number];

function CutWords({ cut, waits }: { readonly cut?: Cut; readonly waits: boolean }) {
  const { names } = useDeal();
  const words = useWords();
  if (!cut) return waits ? <span>{words("unlocks.zone.open")}</span> : <span />;
  return (
    <span>
      {Object.entries(cut.cut).map(([party, by]) => (
        <span key={party} className="unlocks-cut">
          {words("unlocks.zone.cut", { party: plainText(names.party(party)), points: points(by, names.scale(party)) })}
        </span>
      ))}
    </span>
  );
}

/** Adds the unlock to the reader's assumptions and shows them. */
function Assume({ unlock, cut }: { readonly unlock: ZoneUnlock; readonly cut?: Cut }) {
  const { scenario, names, act } = useDeal();
  const whatIf = useWhatIf();
  const words = useWords();
  const what = [
    ...unlock.remove.filter(({ kind }) => kind !== "reservation").map((ref) => plainText(names.constraint(ref))),
    ...Object.entries(cut?.cut ?? {}).map(([party, by]) =>
      words("unlocks.zone.cut", { party: plainText(names.party(party)), points: points(by, names.scale(party)) }),
    ),
  ].join("; ");
  return (
    <button
      type="button"
      aria-label={words("unlocks.zone.apply.title", { what })}
      onClick={() => {
        act({ kind: "assume", whatIf: zoneUnlockWhatIf(whatIf, scenario, unlock, cut) });
        act({ kind: "show", tab: "what-if" });
      }}
    >
      {words("unlocks.zone.apply")}
    </button>
  );
}

function More({
  all,
  count,
  onMore,
}: {
  readonly all: boolean;
  readonly count: number;
  readonly onMore: (all: boolean) => void;
}) {
  const words = useWords();
  if (count <= atFirst) return null;
  return (
    <button type="button" onClick={() => onMore(!all)}>
      {all ? words("unlocks.few") : words("unlocks.zone.more", { all: count })}
    </button>
  );
}
