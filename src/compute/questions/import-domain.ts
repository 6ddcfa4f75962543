import { readDomainFolder } from "#language";
import type { Answering } from "./answering.ts";

export const importDomain: Answering<"import-domain"> = async ({ files, choose }) => readDomainFolder(files, choose);
