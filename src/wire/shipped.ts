/** What `GET /scenarios` answers: the scenarios that come with Entente, as the library's cards show them. */
export type ShippedList = {
  readonly schema: "entente.shipped/1";
  readonly scenarios: readonly ShippedCard[];
};

export type ShippedCard = {
  /** Its folder below scenarios/: "ukraine-2025", "textbook/no-deal". */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly asOf: string;
  readonly status: string;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly issues: number;
  /** Packages named in it. */
  readonly packages: number;
  /** The product of the numbers of options, decimal: rules not yet asked. */
  readonly combinations: string;
};

/** What `GET /scenarios/<id>` answers: the folder's files by relative path, ready for parseScenario. */
export type ShippedScenario = {
  readonly schema: "entente.shipped-scenario/1";
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
};
