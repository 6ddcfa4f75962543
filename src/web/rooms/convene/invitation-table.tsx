import { useState } from "react";
import { useIntl } from "react-intl";
import type { KeptSeat } from "#seat";
import { Confirm } from "../../parts/confirm.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { useWords } from "../../words/words.tsx";
import type { Asked } from "../host/ask-host.ts";
import { keptSeats } from "../kept-seats/kept-seats.ts";
import { copyText } from "./copy-text.ts";
import { freeSeat } from "./free-seat.ts";
import type { SeatInvitations } from "./invitation-state.ts";
import { delegationKeyFor, renewLink, revokeLinks } from "./renew-link.ts";
import type { Invitations } from "./use-invitations.ts";

type Asking = { readonly what: "renew" | "revoke" | "free"; readonly of: SeatInvitations; readonly detail: string };

const whatWasDone = { renew: "renewed", revoke: "revoked", free: "freed" } as const;

/** Each seat with its link to copy, to make anew, to revoke. */
export function InvitationTable({
  by,
  invitations,
  of: title,
}: {
  readonly by: KeptSeat;
  readonly invitations: Invitations;
  /** Which negotiation's: several may stand on one page. */
  readonly of: string;
}) {
  const words = useWords();
  const intl = useIntl();
  const [told, setTold] = useState("");
  const [asking, setAsking] = useState<Asking>();
  const { hall, seats = [], failed, again } = invitations;

  const askRenew = async (of: SeatInvitations): Promise<void> => {
    if (of.seat.keys) return setAsking({ what: "renew", of, detail: words("convene.invitations.renew.taken") });
    const known = hall && delegationKeyFor(hall, by, of.seat.id, await keptSeats.all("invite"));
    const isForeign =
      known === undefined &&
      seats.some(({ seat }) => seat.delegation === of.seat.delegation && seat.id !== of.seat.id && seat.keys);
    const detail = words(isForeign ? "convene.invitations.renew.foreign" : "convene.invitations.renew.what");
    setAsking({ what: "renew", of, detail });
  };

  const mayFree = hall !== undefined && hall.seats.get(by.seat)?.role === "convenor" && hall.ended === undefined;
  const askFree = async (of: SeatInvitations): Promise<void> => {
    const known = hall && delegationKeyFor(hall, by, of.seat.id, await keptSeats.all("invite"));
    const detail = words(known ? "convene.invitations.free.what" : "convene.invitations.free.foreign");
    setAsking({ what: "free", of, detail });
  };

  const doIt = async ({ what, of }: Asking): Promise<void> => {
    const { seat, open } = of;
    const known = hall && delegationKeyFor(hall, by, seat.id, await keptSeats.all("invite"));
    const now = new Date().toISOString();
    const doing: Readonly<Record<Asking["what"], () => Promise<Asked<unknown>>>> = {
      renew: () => renewLink(by, seat.id, known, open, now),
      revoke: () => revokeLinks(by, open),
      free: async () => {
        const freed = await freeSeat(by, seat.id);
        return freed.ok ? renewLink(by, seat.id, known, [], now) : freed; // its links ended with it
      },
    };
    const done = await doing[what]();
    const said = `convene.invitations.${whatWasDone[what]}` as const;
    setTold(done.ok ? words(said, { seat: seat.name }) : words("convene.failed", { why: done.message }));
    again();
  };

  return (
    <>
      {failed === undefined ? null : (
        <p role="alert">
          {words("convene.invitations.failed", { why: failed })}{" "}
          <button type="button" onClick={again}>
            {words("convene.invitations.again")}
          </button>
        </p>
      )}
      <Scroll label={words("convene.invitations.of", { title })}>
        <table className="convene-invitations">
          <caption className="unseen">{words("convene.invitations.of", { title })}</caption>
          <thead>
            <tr>
              <th scope="col">{words("convene.invitations.seat")}</th>
              <th scope="col">{words("convene.invitations.state")}</th>
              <th scope="col">{words("convene.invitations.link")}</th>
              <th scope="col">{words("convene.invitations.do")}</th>
            </tr>
          </thead>
          <tbody>
            {seats.map((one) => {
              const { seat, state, open, link } = one;
              const day = state.kind === "open" ? intl.formatDate(state.until, { dateStyle: "medium" }) : "";
              return (
                <tr key={seat.id}>
                  <th scope="row">
                    <bdi>{seat.name}</bdi>
                    <span className="convene-does">{words(`convene.role.${seat.role}`)}</span>
                  </th>
                  <td className={`convene-state convene-state-${state.kind}`}>
                    {words(`convene.invitations.state.${state.kind}`, { day })}
                  </td>
                  <td>
                    {link ? (
                      <span className="convene-link">
                        <button
                          type="button"
                          onClick={async () => {
                            const copied = await copyText(link);
                            setTold(
                              words(copied ? "convene.invitations.copied" : "convene.invitations.notCopied", {
                                seat: seat.name,
                              }),
                            );
                          }}
                          aria-label={words("convene.invitations.copy.of", { seat: seat.name })}
                        >
                          {words("convene.invitations.copy")}
                        </button>
                        <code>{link}</code>
                      </span>
                    ) : open.length > 0 ? (
                      <span className="soft small">{words("convene.invitations.elsewhere")}</span>
                    ) : null}
                  </td>
                  <td>
                    {state.kind === "you" || state.kind === "removed" ? null : (
                      <span className="row">
                        <button
                          type="button"
                          className="quiet"
                          onClick={() => void askRenew(one)}
                          aria-label={words("convene.invitations.renew.of", { seat: seat.name })}
                        >
                          {words("convene.invitations.renew")}
                        </button>
                        {seat.keys && mayFree ? (
                          <button
                            type="button"
                            className="quiet"
                            onClick={() => void askFree(one)}
                            aria-label={words("convene.invitations.free.of", { seat: seat.name })}
                          >
                            {words("convene.invitations.free")}
                          </button>
                        ) : null}
                        {open.length > 0 ? (
                          <button
                            type="button"
                            className="quiet"
                            onClick={() =>
                              setAsking({ what: "revoke", of: one, detail: words("convene.invitations.revoke.what") })
                            }
                            aria-label={words("convene.invitations.revoke.of", { seat: seat.name })}
                          >
                            {words("convene.invitations.revoke")}
                          </button>
                        ) : null}
                      </span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p role="status" className="small">
        {told}
      </p>
      {asking ? (
        <Confirm
          title={words(`convene.invitations.${asking.what}.sure`, { seat: asking.of.seat.name })}
          detail={asking.detail}
          yes={words(`convene.invitations.${asking.what}`)}
          no={words("convene.invitations.keep")}
          onAnswer={(yes) => {
            setAsking(undefined);
            if (yes) void doIt(asking);
          }}
        />
      ) : null}
    </>
  );
}
