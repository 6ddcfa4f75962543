import { formatScenario } from "#language";
import type { Answering } from "./answering.ts";

export const write: Answering<"write"> = async ({ scenario }) => formatScenario(scenario);
