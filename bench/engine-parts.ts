export { findSettlement } from "../src/analysis/agreement-zone/find-settlement.ts";
export { bestByBranching } from "../src/analysis/bargaining/best-by-branching.ts";
export { nashProduct } from "../src/analysis/bargaining/criterion.ts";
export { paretoFrontier } from "../src/analysis/frontier/pareto-frontier.ts";
export { problemOf } from "../src/analysis/space/problem.ts";
export { settlementSpace } from "../src/analysis/space/settlement-space.ts";
