import type { Migration } from "kysely/migration";
import * as streams from "./0001-streams.ts";
import * as presence from "./0002-presence.ts";

/** In order of their names; written into the program, so that it finds them wherever it is installed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-streams": streams,
  "0002-presence": presence,
};
