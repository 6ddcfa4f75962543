import { parseScenario } from "#language";
import type { Answering } from "./answering.ts";

export const read: Answering<"read"> = async ({ files }) => parseScenario(files);
