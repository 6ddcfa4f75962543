export type { EmbeddedFont } from "./html/font-faces.ts";
export { type HtmlReportInput, htmlReport } from "./html/html-report.ts";
