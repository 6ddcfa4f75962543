import { writeFileSync } from "node:fs";
import { roomsOpenApi } from "./openapi.ts";

// `npm run openapi`: writes what the test compares
writeFileSync(new URL("../../../docs/reference/openapi.json", import.meta.url), await roomsOpenApi());
