import { writeFileSync } from "node:fs";
import { hostSeesPage } from "./page.ts";

/** Writes the page anew: node test/two-worlds/host-sees/main.ts */
writeFileSync(new URL("../../../docs/reference/what-the-host-sees.md", import.meta.url), hostSeesPage());
