export type Definition = { readonly term: string; readonly meaning: string };

/** The words this report turns on, as the engine means them. */
export const definitions: readonly Definition[] = [
  {
    term: "Reservation value",
    meaning: "The least value of a whole settlement that a party accepts.",
  },
  {
    term: "Accepts",
    meaning:
      "A party accepts when the value is at least its reservation value (a tie accepts unless the rules in force say otherwise), no hard line of its own in force is broken, and its own floors are met.",
  },
  {
    term: "Red line",
    meaning:
      "An option or combination a party refuses whatever the compensation. A hard line is enforced; a declared one may move, so it is reported and enforced only on request.",
  },
  {
    term: "Floor",
    meaning:
      "The least value, on the issue’s own scale of 0 to 100, at which a party carries out a commitment itself. Not undertaking the commitment never breaks it.",
  },
  {
    term: "Agreement zone",
    meaning: "The rule-abiding settlements that every party on the consent list accepts.",
  },
  {
    term: "Frontier",
    meaning:
      "The settlements of the agreement zone that cannot be made better for one consenting party without being made worse for another. Before reservations: the same with reservation values ignored and every other constraint kept.",
  },
  {
    term: "Nash bargaining",
    meaning:
      "The settlements with the largest product of surpluses, among those where every surplus is positive. Where none is, the answer is empty and nothing stands in for it.",
  },
  {
    term: "Kalai-Smorodinsky",
    meaning:
      "Each party’s surplus as a share of the most it could gain in the agreement zone; the smallest share is made as large as possible, then the next. A party with nothing to gain is left out and named.",
  },
  {
    term: "Egalitarian",
    meaning:
      "The smallest surplus in points is made as large as possible, then the next. It compares points across parties, which is itself a judgement.",
  },
  {
    term: "Utilitarian",
    meaning: "The largest sum of values over the parties. It too compares points across parties.",
  },
  {
    term: "Zone unlock",
    meaning:
      "When the agreement zone is empty: a smallest set of reservation values, floors and enforced lines whose removal opens it. Rules are never among them.",
  },
  {
    term: "Package unlock",
    meaning:
      "The smallest sets of issues of a refused package to change so that all consent, with what each change costs every party.",
  },
  {
    term: "Hollow consensus",
    meaning:
      "Every author accepts a package under its own reading of a term, and no declared reading is accepted by all of them. A bridging reading is an undeclared one that all would accept.",
  },
  {
    term: "Share of draws",
    meaning:
      "The share of random variations of the judgements, within their stated ranges, in which a statement holds. It measures how much rests on the judgements; it is not a chance of agreement, of peace or of war.",
  },
  {
    term: "Assumed or derived",
    meaning:
      "A verdict on a claim is assumed when a judgement that decides it was taken from the claim’s own source or says the same as the claim, and derived otherwise.",
  },
];
