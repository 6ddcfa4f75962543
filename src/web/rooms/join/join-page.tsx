import { useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { type InviteLink, parseInviteLink } from "#seat";
import { PageTitle } from "../../frame/page-title.tsx";
import { useWords } from "../../words/words.tsx";
import { useOwnSeat } from "../kept-seats/kept-seats.ts";
import { UnlockSeat } from "../kept-seats/unlock-seat.tsx";
import { HindranceView } from "./hindrance-view.tsx";
import { OfferedSeat } from "./offered-seat.tsx";
import { comeBack, type Hindrance, knownHere, type Offered, openInvitation } from "./take-seat.ts";
import "./join.css";

/** An invite link, opened. */
export function JoinPage() {
  const words = useWords();
  useParams({ from: "/join/$negotiation" });
  const hash = useLocation({ select: (at) => at.hash });
  // the address as a whole changes with its fragment
  const link = useMemo(() => parseInviteLink(location.href), [hash]);
  if (link.ok) return <Joining key={hash} link={link.value} />;
  return (
    <JoinFrame>
      <h1>{words("join.broken")}</h1>
      <p>{link.error}</p>
      <p>{words("join.broken.what")}</p>
    </JoinFrame>
  );
}

function JoinFrame({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  return (
    <main id="main" className="join">
      <PageTitle parts={[words("join.title")]} />
      {children}
    </main>
  );
}

type Stage =
  | { readonly kind: "looking" | "new" | "opening" | "locked" }
  | { readonly kind: "offered"; readonly offered: Offered }
  | { readonly kind: "hindered"; readonly why: Hindrance };

function Joining({ link }: { readonly link: InviteLink }) {
  const words = useWords();
  const navigate = useNavigate();
  const [stage, setStage] = useState<Stage>({ kind: "looking" });
  const { negotiation, seat } = link;
  const own = useOwnSeat(negotiation, seat);

  const open = async (): Promise<void> => {
    setStage({ kind: "opening" });
    const opened = await openInvitation(link);
    setStage(opened.ok ? { kind: "offered", offered: opened.value } : { kind: "hindered", why: opened.why });
  };

  // replaced: the link, with the delegation's key in it, is not gone back to
  const enter = (): Promise<void> =>
    navigate({ to: "/rooms/$negotiation/$seat", params: { negotiation, seat }, hash: "", replace: true });

  const keys = own.state === "reading" || own.state === "locked" ? own.state : "at hand or not there";
  // once for each link, and again when its seat was opened with its passphrase
  useEffect(() => {
    if (keys === "reading") return;
    let wanted = true;
    const look = async (): Promise<void> => {
      const known = await knownHere(link);
      if (!wanted) return;
      if (known === "new") return setStage({ kind: "new" });
      if (known === "taking") return open();
      const why = await comeBack(link);
      if (!wanted) return;
      if (why === "freed") await open();
      else if (why === "locked") setStage({ kind: "locked" });
      else if (why) setStage({ kind: "hindered", why });
      else await enter();
    };
    void look();
    return () => {
      wanted = false;
    };
  }, [link, keys]);

  if (stage.kind === "locked" && own.state === "locked") return <UnlockSeat record={own.record} />;
  return <JoinFrame>{shown()}</JoinFrame>;

  function shown(): ReactNode {
    switch (stage.kind) {
      case "looking":
      case "locked": // its keys are at hand just now, and the host is asked again
        return <h1 aria-busy="true">{words("join.reading")}</h1>;
      case "opening":
        return <h1 aria-busy="true">{words("join.opening")}</h1>;
      case "new":
        return (
          <>
            <h1>{words("join.new")}</h1>
            <p className="join-lead">{words("join.new.what", { host: location.host })}</p>
            <ul>
              <li>{words("join.new.once")}</li>
              <li>{words("join.new.keys")}</li>
              <li>{words("join.new.account")}</li>
            </ul>
            <p>
              <button type="button" className="primary" onClick={() => void open()}>
                {words("join.new.open")}
              </button>
            </p>
          </>
        );
      case "offered":
        return (
          <OfferedSeat
            offered={stage.offered}
            onTaken={() => void enter()}
            onHindered={(why) => setStage({ kind: "hindered", why })}
          />
        );
      case "hindered":
        return <HindranceView why={stage.why} onAgain={() => void open()} />;
    }
  }
}
