/** The two parts that only this bench asks for by themselves; `solutions` of #analysis runs all four criteria. */
export { bestByBranching } from "../src/analysis/bargaining/best-by-branching.ts";
export { nashProduct } from "../src/analysis/bargaining/criterion.ts";
