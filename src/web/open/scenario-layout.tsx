import { Link, Outlet, useLocation, useMatch, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { DealProvider, type OpenScenario } from "../deal/deal-context.tsx";
import { Notice } from "../frame/notice.tsx";
import { PageTitle } from "../frame/page-title.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { DiagnosticsList } from "../intake/diagnostics-list.tsx";
import { useWords } from "../words/words.tsx";
import { type Opened, useOpened } from "./open-scenario.ts";
import { OpenedContext } from "./opened-context.ts";
import { pageOf } from "./page-of.ts";
import { PrintingProvider } from "./printing.tsx";
import { Rail } from "./rail.tsx";
import { useHeldPlace } from "./use-held-place.ts";
import "./scenario-layout.css";

/** Everything about one scenario: its sections in the rail, the page in the middle, the inspector beside it. */
export function ScenarioLayout() {
  const { key } = useParams({ from: "/s/$key" });
  const { opened, again } = useOpened(key);
  if (opened.state !== "open" || opened.key !== key) return <NotOpen opened={opened} />;
  return (
    <OpenedContext value={{ opened, again }}>
      <Open key={key} opened={opened} />
    </OpenedContext>
  );
}

function Open({ opened }: { readonly opened: Extract<Opened, { state: "open" }> }) {
  const editing = useMatch({ from: "/s/$key/edit", shouldThrow: false }) !== undefined;
  const page = useLocation({ select: ({ pathname }) => pageOf(pathname) });
  const words = useWords();
  const pageTitle = <PageTitle parts={[opened.title, words(`frame.${page}`)]} />;
  const { scenario } = opened.parsed;
  useHeldPlace();
  const open = useMemo(
    (): OpenScenario | undefined =>
      scenario && { key: opened.key, own: opened.own, files: opened.files, written: scenario },
    [opened, scenario],
  );
  if (!open)
    return (
      <div className="layout">
        {pageTitle}
        <Rail title={opened.title} broken />
        <main id="main" className="layout-main">
          {editing ? <Outlet /> : <Broken opened={opened} />}
        </main>
      </div>
    );
  return (
    <DealProvider open={open}>
      {pageTitle}
      <PrintingProvider>
        <div className={editing ? "layout" : "layout layout-inspected"}>
          <Rail title={opened.title} />
          <main id="main" className="layout-main">
            {/* what the page shows is long, and every number in it can be reached */}
            {editing ? null : (
              <a className="skip" href="#inspector">
                {words("frame.skip.inspector")}
              </a>
            )}
            <Outlet />
          </main>
          {editing ? null : <Inspector />}
        </div>
      </PrintingProvider>
    </DealProvider>
  );
}

function Broken({ opened }: { readonly opened: Extract<Opened, { state: "open" }> }) {
  const words = useWords();
  return (
    <>
      <h1>{words("open.broken")}</h1>
      <p>
        <Link to="/s/$key/edit" params={{ key: opened.key }}>
          {words("open.broken.edit")}
        </Link>
      </p>
      <DiagnosticsList diagnostics={opened.parsed.diagnostics} files={new Map(Object.entries(opened.files))} />
    </>
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
