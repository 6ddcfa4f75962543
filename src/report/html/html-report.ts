import type { Analysis, Robustness } from "#analysis";
import type { DecidedClaim } from "#claims";
import type { Scenario } from "#model";
import type { Document } from "../document/document.ts";
import { plainText } from "../document/plain-text.ts";
import type { DurabilityCompanion } from "../sections/durability/durability-context.ts";
import { partySlot } from "../sections/party-marks.ts";
import { type Asked, isEstimate, reportContext } from "../sections/report-context.ts";
import { escapeHtml, isolated } from "./escape.ts";
import { type EmbeddedFont, fontFaces } from "./font-faces.ts";
import { pageDocument } from "./page-document.ts";
import { pageStyle } from "./page-style.ts";
import { partyStrip } from "./party-strip.ts";
import { type Renderer, renderSection } from "./render-block.ts";
import { type Marks, renderText } from "./render-text.ts";

export type HtmlReportInput = {
  readonly scenario: Scenario;
  readonly analysis: Analysis;
  readonly claims?: readonly DecidedClaim[];
  readonly robustness?: Robustness;
  readonly durability?: DurabilityCompanion;
  readonly asked?: Asked;
  readonly fonts: readonly EmbeddedFont[];
};

/**
 * One page that needs nothing else: no script, no request, no other file. The policy in its head makes a browser
 * refuse any, so a hostile scenario that slipped through the escaping still could not call out.
 */
export function htmlReport(input: HtmlReportInput): string {
  const context = reportContext(input.scenario, input.analysis, input.asked);
  const document = pageDocument(input);
  const marks = marksOf(input);
  let figures = 0;
  const renderer: Renderer = { marks, nextFigure: () => `figure-${++figures}` };
  return page(document, input, renderer, partyStrip(context, marks));
}

function page(document: Document, { scenario, fonts }: HtmlReportInput, renderer: Renderer, strip: string): string {
  const { marks } = renderer;
  const [first = "", ...rest] = document.answer;
  const links = document.sections
    .map((section) => `<li><a href="#${escapeHtml(section.id)}">${escapeHtml(section.title)}</a></li>`)
    .join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escapeHtml(plainText(first))}">
<title>${escapeHtml(plainText({ kind: "name", text: document.title }))}: is there a deal?</title>
<style>
${fontFaces(fonts)}
${pageStyle}
</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
<div class="layout">
<header class="lead">
<p class="kicker"><strong>Entente</strong> · ${isolated(document.title)} · ${renderText(document.subtitle, marks)}</p>
<h1>${renderText(first, marks)}</h1>
<div class="sentences">${rest.map((sentence) => `<p>${renderText(sentence, marks)}</p>`).join("\n")}</div>
${strip}
</header>
<nav class="contents" aria-label="Contents"><ol>${links}</ol></nav>
<main id="main">
${document.sections.map((section) => renderSection(section, renderer)).join("\n")}
<footer><p>Made by Entente from the scenario ${isolated(scenario.agenda.id)} (${isolated(scenario.agenda.status || "no status given")}). Values are editable judgements, each with its source above. This page supports human judgement; it recommends nothing.</p></footer>
</main>
</div>
</body>
</html>
`;
}

function marksOf({ scenario, analysis }: HtmlReportInput): Marks {
  const context = reportContext(scenario, analysis);
  const anchors = new Map(scenario.agenda.sources.map((source, index) => [source.id, `source-${index + 1}`]));
  const status = new Map(scenario.agenda.sources.map((source) => [source.id, source.status]));
  return {
    slot: (party) => partySlot(context, party),
    isEstimate: (party) => isEstimate(context, party),
    sourceAnchor: (source) => anchors.get(source),
    sourceStatus: (source) => status.get(source),
  };
}
