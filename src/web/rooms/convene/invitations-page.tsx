import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { KeptSeat } from "#seat";
import { Notice } from "../../frame/notice.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { Refusal } from "../../shelf/refusal.tsx";
import { useWords } from "../../words/words.tsx";
import { useKept, useOwnSeat, useSeatTrouble } from "../kept-seats/kept-seats.ts";
import type { SeatRecord } from "../kept-seats/seat-record.ts";
import { UnlockSeat } from "../kept-seats/unlock-seat.tsx";
import { copyText } from "./copy-text.ts";
import { InvitationTable } from "./invitation-table.tsx";
import { Slips } from "./slips.tsx";
import { useInvitations } from "./use-invitations.ts";
import "./convene.css";

/** The links of one negotiation: for its convenor, and for a mandator those of its own delegation. */
export function InvitationsPage() {
  const words = useWords();
  const { negotiation } = useParams({ from: "/rooms/invitations/$negotiation" });
  const seats = useKept("seat");
  if (!seats) return <Notice title={words("join.reading")} waiting />;
  const own = seats.filter((one) => one.negotiation === negotiation);
  const by = own.find(({ role }) => role === "convenor") ?? own.find(({ role }) => role === "mandator");
  if (!by) return <Notice title={words("convene.invitations.missing")} />;
  return <OwnInvitations key={by.id} record={by} />;
}

function OwnInvitations({ record }: { readonly record: SeatRecord }) {
  const own = useOwnSeat(record.negotiation, record.seat);
  if (own.state === "open") return <Table record={record} kept={own.kept} />;
  return own.state === "locked" ? <UnlockSeat record={record} /> : null;
}

function Table({ record, kept }: { readonly record: SeatRecord; readonly kept: KeptSeat }) {
  const words = useWords();
  const invitations = useInvitations(record);
  const trouble = useSeatTrouble();
  const [told, setTold] = useState("");
  const title = record.title ?? "";
  const linked = (invitations.seats ?? []).flatMap(({ seat, link }) => (link ? [`${seat.name}\t${link}`] : []));
  return (
    <main id="main" className="convene" aria-busy={!invitations.seats && invitations.failed === undefined}>
      <PageTitle parts={[words("convene.invitations"), title]} />
      <div className="screen-only">
        <h1>{words("convene.invitations.of", { title })}</h1>
        {trouble ? <Refusal refused={trouble} /> : null}
        <p className="convene-lead">{words("convene.invitations.lead")}</p>
        <p className="card">{words("convene.invitations.once")}</p>
        <InvitationTable by={kept} invitations={invitations} of={title} />
        <p className="row">
          <Link
            className="convene-enter"
            to="/rooms/$negotiation/$seat"
            params={{ negotiation: record.negotiation, seat: record.seat }}
          >
            {words("convene.invitations.enter")}
          </Link>
          <button type="button" disabled={linked.length === 0} onClick={() => window.print()}>
            {words("convene.invitations.print")}
          </button>
          <button
            type="button"
            disabled={linked.length === 0}
            onClick={async () => {
              const copied = await copyText(linked.join("\n"));
              setTold(words(copied ? "convene.invitations.table.copied" : "convene.invitations.notCopied"));
            }}
          >
            {words("convene.invitations.table")}
          </button>
        </p>
        <p role="status" className="small">
          {told}
        </p>
      </div>
      <Slips title={title} seats={invitations.seats ?? []} />
    </main>
  );
}
