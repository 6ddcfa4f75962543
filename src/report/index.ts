export type { EmbeddedFont } from "./html/font-faces.ts";
export { type HtmlReportInput, htmlReport } from "./html/html-report.ts";
export { analysisContract, packageReportContract } from "./json/analysis-contract.ts";
export { analysisJson } from "./json/analysis-json.ts";
export { analysisSchema } from "./json/analysis-schema.ts";
export { printJson } from "./json/print-json.ts";
export { markdownReport } from "./markdown/markdown-report.ts";
export type { TerminalOptions } from "./terminal/layout-document.ts";
export { terminalReport } from "./terminal/terminal-report.ts";
