export type { ShippedCard, ShippedList, ShippedScenario } from "./shipped.ts";
