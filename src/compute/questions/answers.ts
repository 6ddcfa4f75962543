import type { QuestionKind } from "../browser-questions.ts";
import type { Answering } from "./answering.ts";

/** Who answers what. Each is loaded when it is first asked: a worker holds only what its questions need. */
export const answers: { readonly [K in QuestionKind]: () => Promise<Answering<K>> } = {
  read: async () => (await import("./read.ts")).read,
  "import-domain": async () => (await import("./import-domain.ts")).importDomain,
  deal: async () => (await import("./deal.ts")).deal,
  package: async () => (await import("./package.ts")).judgePackage,
  complete: async () => (await import("./complete.ts")).complete,
  claims: async () => (await import("./claims.ts")).claims,
  robustness: async () => (await import("./robustness.ts")).robustness,
  acceptability: async () => (await import("./acceptability.ts")).acceptability,
  outputs: async () => (await import("./outputs.ts")).outputs,
  durability: async () => (await import("./durability.ts")).durability,
  ground: async () => (await import("./ground.ts")).ground,
  write: async () => (await import("./write.ts")).write,
};
