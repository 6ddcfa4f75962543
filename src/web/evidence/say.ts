import type { MessageId, MessageValues } from "../words/words.tsx";

/** A text of the catalogue: what `useWords` gives, for plain functions. */
export type Say = (id: MessageId, values?: MessageValues) => string;
