import { frame } from "./frame.ts";
import { intake } from "./intake.ts";
import { open } from "./open.ts";
import { shelf } from "./shelf.ts";

/** The English catalogue: every text of the interface, by id. Other languages translate this record key by key. */
export const english = { ...frame, ...intake, ...open, ...shelf };

export type Catalogue = Readonly<Record<keyof typeof english, string>>;
