import { useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { type InviteLink, parseInviteLink } from "#seat";
import { PageTitle } from "../../frame/page-title.tsx";
import { useWords } from "../../words/words.tsx";
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
  return (
    <main id="main" className="join">
      <PageTitle parts={[words("join.title")]} />
      {link.ok ? (
        <Joining key={hash} link={link.value} />
      ) : (
        <>
          <h1>{words("join.broken")}</h1>
          <p>{link.error}</p>
          <p>{words("join.broken.what")}</p>
        </>
      )}
    </main>
  );
}

type Stage =
  | { readonly kind: "looking" | "new" | "opening" }
  | { readonly kind: "offered"; readonly offered: Offered }
  | { readonly kind: "hindered"; readonly why: Hindrance };

function Joining({ link }: { readonly link: InviteLink }) {
  const words = useWords();
  const navigate = useNavigate();
  const [stage, setStage] = useState<Stage>({ kind: "looking" });
  const { negotiation, seat } = link;

  const open = async (): Promise<void> => {
    setStage({ kind: "opening" });
    const opened = await openInvitation(link);
    setStage(opened.ok ? { kind: "offered", offered: opened.value } : { kind: "hindered", why: opened.why });
  };

  // replaced: the link, with the delegation's key in it, is not gone back to
  const enter = (): Promise<void> =>
    navigate({ to: "/rooms/$negotiation/$seat", params: { negotiation, seat }, hash: "", replace: true });

  // once for each link
  useEffect(() => {
    let wanted = true;
    const look = async (): Promise<void> => {
      const known = await knownHere(link);
      if (!wanted) return;
      if (known === "new") return setStage({ kind: "new" });
      if (known === "taking") return open();
      const why = await comeBack(link);
      if (!wanted) return;
      if (why) setStage({ kind: "hindered", why });
      else await enter();
    };
    void look();
    return () => {
      wanted = false;
    };
  }, [link]);

  switch (stage.kind) {
    case "looking":
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
