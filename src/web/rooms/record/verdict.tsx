import type { BundleFault, VerifiedBundle } from "#record";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import { useDelegationName } from "../room/live/live-room.tsx";
import { MomentTime } from "../timeline/moment-time.tsx";
import { useStreamName } from "../timeline/use-stream-name.ts";
import type { BundleVerdict } from "./check-in-worker.ts";

export function Verdict({
  what,
  verdict,
  ownHostKey,
}: {
  readonly what: string;
  readonly verdict: BundleVerdict;
  readonly ownHostKey: string;
}) {
  return verdict.ok ? (
    <Sound what={what} bundle={verdict.value} ownHostKey={ownHostKey} />
  ) : (
    <Faulty what={what} fault={verdict.error} />
  );
}

function Faulty({ what, fault }: { readonly what: string; readonly fault: BundleFault }) {
  const words = useWords();
  const streamName = useStreamName();
  const { where, message } = fault;
  return (
    <div className="record-verdict" data-is="faulty">
      <p>
        <strong>{words("record.verdict.faulty", { what })}</strong>
      </p>
      <p>
        {where.kind === "entry" ? (
          <>
            {words("record.verdict.entry", { version: where.version, stream: streamName(where.stream) })}{" "}
            <code>{where.stream}</code>:{" "}
          </>
        ) : (
          `${words(`record.verdict.${where.kind}`)} `
        )}
        {message}
      </p>
      <p className="note">{words("record.verdict.first")}</p>
    </div>
  );
}

function Sound({
  what,
  bundle,
  ownHostKey,
}: {
  readonly what: string;
  readonly bundle: VerifiedBundle;
  readonly ownHostKey: string;
}) {
  const words = useWords();
  const delegationName = useDelegationName();
  const { title, streams, entries, byHost, seats, milestones, notes, hostKey, exporter } = bundle;
  const seatName = (id: string): string => seats.find(({ seat }) => seat === id)?.name ?? id;
  return (
    <div className="record-verdict" data-is="sound">
      <p>
        <strong>{words("record.verdict.sound", { what })}</strong>
      </p>
      <p>
        {words("record.verdict.holds", {
          title,
          entries,
          streams: streams.length,
          byHost,
          exporter: seatName(exporter),
        })}{" "}
        {words(hostKey === ownHostKey ? "record.verdict.same-host" : "record.verdict.other-host")}
      </p>
      {milestones.length === 0 ? null : (
        <Scroll label={words("record.milestones")}>
          <table>
            <caption>{words("record.milestones")}</caption>
            <thead>
              <tr>
                <th scope="col">{words("record.milestones.what")}</th>
                <th scope="col">{words("record.milestones.at")}</th>
                <th scope="col">{words("record.milestones.digest")}</th>
                <th scope="col">{words("record.witnesses")}</th>
              </tr>
            </thead>
            <tbody>
              {milestones.map(({ kind, delegation, stream, version, at, digest, countersignedBy }) => (
                <tr key={`${stream} ${version} ${kind}`}>
                  <th scope="row">
                    {words(`record.milestone.${kind}`)} {delegation === undefined ? "" : delegationName(delegation)}
                  </th>
                  <td>
                    <MomentTime at={at} />
                  </td>
                  <td>
                    <code className="record-head">{digest}</code>
                  </td>
                  <td>{countersignedBy.length === 0 ? "–" : countersignedBy.map(seatName).join(", ")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {notes.length === 0 ? null : (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
