/** What the load generator is told, one after the other, and what it answers. */
export type LoadOrder =
  /** Makes the rooms and seats everybody; at a bare echo there is nothing to make. */
  | { readonly t: "seat"; readonly origin: string; readonly rooms: number; readonly at: "rooms" | "echo" }
  /** Offers at a steady pace for so long, and then until everything has come. */
  | { readonly t: "offer"; readonly perSecond: number; readonly seconds: number }
  /** In every room the clients at these places hang up and do not come back yet; they are not those who offer. */
  | { readonly t: "hang up"; readonly places: readonly number[] }
  /** Everybody who is not connected connects now, all at once, again and again until all have everything. */
  | { readonly t: "come back" }
  /** Whether what every client has is what is stored. */
  | { readonly t: "compare" };

export type LoadAnswer =
  | { readonly t: "seat"; readonly clients: number; readonly seconds: number }
  | {
      readonly t: "offer";
      readonly offers: number;
      readonly deliveries: number;
      readonly missing: number;
      readonly refused: number;
      /** In milliseconds, from the moment at which the offer was due. */
      readonly delivery: Percentiles;
      readonly acknowledgement: Percentiles;
      readonly cpuSeconds: number;
    }
  | { readonly t: "hang up" }
  | { readonly t: "come back"; readonly seconds: number; readonly clients: number; readonly median: number }
  | { readonly t: "compare"; readonly entries: number; readonly clients: number; readonly faults: readonly string[] };

export type Percentiles = { readonly p50: number; readonly p99: number; readonly p999: number; readonly worst: number };
