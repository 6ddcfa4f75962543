import { Link, useParams } from "@tanstack/react-router";
import { Notice } from "../../frame/notice.tsx";
import { PageTitle } from "../../frame/page-title.tsx";
import { type Opened, useOpened } from "../../open/open-scenario.ts";
import { useWords } from "../../words/words.tsx";
import { ConveneForm } from "./convene-form.tsx";
import "./convene.css";

/** A negotiation from one scenario: its plan, made before anybody has a seat. */
export function ConvenePage() {
  const { scenario } = useParams({ from: "/convene/$scenario" });
  const { opened } = useOpened(scenario);
  if (opened.state !== "open" || opened.key !== scenario) return <NotOpen opened={opened} />;
  return <Convening key={scenario} scenarioKey={scenario} opened={opened} />;
}

function Convening({
  scenarioKey,
  opened,
}: {
  readonly scenarioKey: string;
  readonly opened: Extract<Opened, { state: "open" }>;
}) {
  const words = useWords();
  const { scenario } = opened.parsed;
  return (
    <main id="main" className="convene">
      <PageTitle parts={[words("convene.title"), opened.title]} />
      <h1>{words("convene.title")}</h1>
      <p className="convene-about">
        <span className="soft">{words("convene.about")}</span> <bdi>{opened.title}</bdi>
        {" · "}
        <Link to="/s/$key" params={{ key: scenarioKey }}>
          {words("convene.about.deal")}
        </Link>
        {" · "}
        <Link to="/convene">{words("convene.about.change")}</Link>
      </p>
      {scenario ? (
        <ConveneForm scenario={scenario} scenarioKey={scenarioKey} />
      ) : (
        <>
          <p role="alert">{words("convene.broken")}</p>
          <p>
            <Link to="/s/$key/edit" params={{ key: scenarioKey }}>
              {words("convene.broken.edit")}
            </Link>
          </p>
        </>
      )}
    </main>
  );
}

function NotOpen({ opened }: { readonly opened: Opened }) {
  const words = useWords();
  switch (opened.state) {
    case "missing":
      return <Notice title={words("open.missing")} />;
    case "failed":
      return <Notice title={words("open.failed")} detail={opened.why} />;
    default:
      return <Notice title={words("frame.loading")} waiting />;
  }
}
