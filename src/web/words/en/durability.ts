/** Will it hold? The time after signature, for the package in the composer. */
export const durability = {
  "durability.title": "Will it hold?",
  "durability.none":
    "This scenario judges nothing about the time after signature. Put a durability.yaml into its folder, and guarantees, limits and what each party may do once it is signed are answered here.",
  "durability.of": "Asked of the package in the composer: {name}.",
  "durability.changed": "{name}, changed",
  "durability.subject": "this package",
  "durability.unnamed": "not named yet",
  "durability.caution":
    "These are models of judgements; a share of draws counts how often a verdict stands when the judgements are drawn anew, and does not say how likely war is. Where nobody judged a number a wide range stands in for it, and the value at which the verdict turns is given instead of a verdict.",
  "durability.moves": "What in the package moves these verdicts",
  "durability.verdicts": "Every verdict",
  "durability.assume": "What if a number were this?",
  "durability.assume.count": "{count, plural, one {one number assumed} other {# numbers assumed}}",
  "durability.assume.judged": "not assumed; from {low} to {high}",
  "durability.assume.reset": "As judged",
  "durability.take": "Take it out as a conflict file",
  "durability.take.title": "{name}, after signature",
  "durability.take.gmcr": "As .gmcr",
  "durability.take.why": "Change a lever or an order in it, and ask entente stability again.",
  "durability.assumed":
    "{count, plural, one {One number is} other {# numbers are}} assumed on this page, not judged by the scenario.",
  "durability.asking": "Working it out…",
  "durability.failed": "It could not be worked out: {why}",
} as const;
