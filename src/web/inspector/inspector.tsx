import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { ComposePanel } from "../compose/compose-panel.tsx";
import { useAct, useInspector } from "../deal/deal-context.tsx";
import { EvidencePanel } from "../evidence/evidence-panel.tsx";
import { WhatIfPanel } from "../what-if/what-if-panel.tsx";
import { useWords } from "../words/words.tsx";
import "./inspector.css";

const tabs = ["compose", "what-if", "evidence"] as const;

/** Beside every page of a scenario: compose a package, assume otherwise, look behind a number. */
export function Inspector() {
  const act = useAct();
  const words = useWords();
  const { tab, open } = useInspector();
  const isWide = useIsWide();
  const page = useLocation({ select: ({ pathname }) => pathname });
  const shownFor = useRef(page);
  useEffect(() => {
    // on a narrow page it would cover the one that was gone to
    if (shownFor.current !== page) act({ kind: "close-inspector" });
    shownFor.current = page;
  }, [page, act]);
  return (
    <aside
      className="inspector"
      aria-label={words("frame.inspector")}
      id="inspector"
      data-open={open}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !isWide && open) act({ kind: "close-inspector" });
      }}
    >
      <div role="tablist" aria-label={words("frame.inspector")} className="inspector-tabs">
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`inspector-tab-${one}`}
            aria-selected={tab === one}
            aria-controls="inspector-panel"
            tabIndex={tab === one ? 0 : -1}
            onClick={() =>
              act(!isWide && open && tab === one ? { kind: "close-inspector" } : { kind: "show", tab: one })
            }
            onKeyDown={(event) => {
              const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
              if (step === 0) return;
              const along = getComputedStyle(event.currentTarget).direction === "rtl" ? -step : step;
              const next = tabs[(tabs.indexOf(one) + along + tabs.length) % tabs.length]!;
              act({ kind: "show", tab: next });
              document.getElementById(`inspector-tab-${next}`)?.focus();
            }}
          >
            {words(`frame.inspector.${one}`)}
          </button>
        ))}
      </div>
      {open && !isWide ? (
        <button type="button" className="quiet inspector-close" onClick={() => act({ kind: "close-inspector" })}>
          {words("frame.inspector.close")}
        </button>
      ) : null}
      <div
        role="tabpanel"
        id="inspector-panel"
        aria-labelledby={`inspector-tab-${tab}`}
        className="inspector-panel"
        hidden={!isWide && !open}
      >
        {tab === "compose" ? <ComposePanel /> : tab === "what-if" ? <WhatIfPanel /> : <EvidencePanel />}
      </div>
    </aside>
  );
}

/** Whether there is room for the inspector beside the page; the same width as in inspector.css. */
function useIsWide(): boolean {
  return useSyncExternalStore(
    (tell) => {
      wide.addEventListener("change", tell);
      return () => wide.removeEventListener("change", tell);
    },
    () => wide.matches,
  );
}

const wide = matchMedia("(min-width: 80rem)");
