import { existence } from "./existence.ts";
import type { Leak } from "./leak.ts";
import { numbers } from "./numbers.ts";
import { presenceAndTime } from "./presence-and-time.ts";
import { sealedAnswers } from "./sealed-answers.ts";

export type { Leak } from "./leak.ts";
export const leaks: readonly Leak[] = [...numbers, ...existence, ...presenceAndTime, ...sealedAnswers];
