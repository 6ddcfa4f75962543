export type * from "./analysis.ts";
export { type Answer, exact, unknown } from "./answer.ts";
export type { Certificate, Proof } from "./certificate/certificate.ts";
export type { AnalysisOptions } from "./options.ts";
export { type Progress, run, type Search, type Signal } from "./search.ts";
