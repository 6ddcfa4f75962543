import type { ModelAnswer } from "#durability";
import { written } from "../../words/format-number.ts";

/** What a model's closed form finds: in a word, in numbers by name, and in two or three sentences. */
export type ModelFinding = {
  readonly verdict: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly sentences: readonly string[];
};

export function modelFinding(answer: ModelAnswer): ModelFinding {
  switch (answer.model) {
    case "backstop":
      return backstopFinding(answer);
    case "tripwire":
      return tripwireFinding(answer);
    case "deterrence":
      return deterrenceFinding(answer);
    case "two-sided":
      return twoSidedFinding(answer);
    case "ultimatum":
      return ultimatumFinding(answer);
    case "inspection":
      return inspectionFinding(answer);
  }
}

type Of<Model extends ModelAnswer["model"]> = Extract<ModelAnswer, { readonly model: Model }>;

function backstopFinding({ backstop, credibility, resolve }: Of<"backstop">): ModelFinding {
  const { verdict, threshold, gain } = backstop;
  const numbers = { q: credibility, "k*": resolve, "attack gain": gain };
  const fights = `Guarantors fight if it costs them at most k* = ${number(resolve)}; so the chance that they fight is q = ${number(credibility)}.`;
  if (threshold.kind === "intervention-costs-nothing")
    return {
      verdict,
      numbers,
      sentences: [
        verdict === "nothing-deters"
          ? "Nothing deters: the attack pays."
          : "No attack pays, with or without a guarantee.",
        "Fighting takes nothing from the attack, so there is no credibility that it demands.",
        fights,
      ],
    };
  const needed = threshold.value;
  const first = {
    "safe-without-guarantee": `No attack pays even if the guarantors stay out: q* = ${number(needed)} is not above 0.`,
    "nothing-deters": `Nothing deters: the attack pays even against guarantors who surely fight, as q* = ${number(needed)} is above 1.`,
    deterred: `The attack is deterred: it would pay only below a chance of q* = ${number(needed)} that the guarantors fight.`,
    "hollow-guarantee": `The guarantee is hollow: to deter it needs a chance of q* = ${number(needed)} that the guarantors fight.`,
  }[verdict];
  const last =
    backstop.verdict === "deterred"
      ? [`That is ${number(backstop.margin)} more than needed.`]
      : backstop.verdict === "hollow-guarantee"
        ? [`That is ${number(backstop.gap)} too little.`]
        : [];
  return { verdict, numbers: { ...numbers, "q*": needed }, sentences: [first, [fights, ...last].join(" ")] };
}

function tripwireFinding({ tripwire, threshold, bindingTie, separatingCosts }: Of<"tripwire">): ModelFinding {
  const { kind, highDeploys, lowDeploys, attackDeployed, attackUndeployed } = tripwire;
  const first = {
    "safe-without-guarantee": "No attack pays even if the guarantors stay out, and nobody deploys.",
    "nothing-deters": "Nothing deters, and nobody deploys.",
    "peace-without-signal": "Those who would fight anyway are likely enough: nobody deploys, and the challenger holds.",
    binding: "The tripwire binds: whoever deploys would fight.",
    separating: "Deploying shows a high stake: only guarantors of a high stake deploy, and the challenger believes it.",
    bluff: `A bluff is possible: guarantors of a low stake deploy too with m = ${number(lowDeploys)}, and the challenger attacks deployed troops with alpha = ${number(attackDeployed)}.`,
    pooling: "Guarantors of either stake deploy, and the challenger holds.",
    "cheap-talk": "The deployment costs nothing and ties nobody: it changes no belief, and the challenger attacks.",
    "nobody-deploys":
      "Deploying does not pay for those whom it would help: nobody deploys, and the challenger attacks.",
  }[kind];
  const play = `A high stake deploys with ${number(highDeploys)}, a low one with ${number(lowDeploys)}; the challenger attacks with ${number(attackDeployed)} where troops are deployed and with ${number(attackUndeployed)} where they are not.`;
  const range =
    separatingCosts.kind === "range"
      ? `Only a high stake would deploy at a cost from ${number(separatingCosts.low)} to ${number(separatingCosts.high)}`
      : "No cost of deploying tells the two apart";
  const needed = threshold === null ? "" : ` An attack pays below q* = ${number(threshold)}.`;
  return {
    verdict: kind,
    numbers: {
      "high deploys": highDeploys,
      "low deploys": lowDeploys,
      "attack on deployed": attackDeployed,
      "attack on undeployed": attackUndeployed,
      "b*": bindingTie,
      ...(threshold === null ? {} : { "q*": threshold }),
    },
    sentences: [first, play, `${range}; a tie of b* = ${number(bindingTie)} would bind a low one.${needed}`],
  };
}

function deterrenceFinding({ deterrence: { kind, threshold } }: Of<"deterrence">): ModelFinding {
  return {
    verdict: kind,
    numbers: { "q*": threshold },
    sentences: [
      kind === "deterred"
        ? `The challenge is deterred: it pays only below a chance of q* = ${number(threshold)} that the defender is hard.`
        : `The challenger challenges: to deter it the defender must be hard with a chance of at least q* = ${number(threshold)}.`,
      "A hard defender resists a challenge, a soft one concedes.",
    ],
  };
}

function twoSidedFinding({ twoSided }: Of<"two-sided">): ModelFinding {
  const { kind, thresholds, softChallenges, softDefends, hardChallenges, war } = twoSided;
  const first = {
    "certain-deterrence": "Deterrence is certain: nobody challenges.",
    separating: "Separating: only a hard challenger challenges, and only a hard defender defends.",
    attrition: "Attrition: every challenger challenges, and only a hard defender defends.",
    bluff: `Bluff: a hard challenger challenges, a soft one with ${number(softChallenges)}; a hard defender defends, a soft one with ${number(softDefends)}.`,
  }[kind];
  const { deterHard, deterSoft, frightenSoft } = thresholds;
  return {
    verdict: kind,
    numbers: {
      c_H: deterHard,
      c_S: deterSoft,
      "d*": frightenSoft,
      "hard challenges": hardChallenges,
      "soft challenges": softChallenges,
      "soft defends": softDefends,
      "war share": war,
    },
    sentences: [
      first,
      `A hard challenger is deterred from q = c_H = ${number(deterHard)} on, a soft one from c_S = ${number(deterSoft)}; a soft defender is frightened from p = d* = ${number(frightenSoft)} on.`,
      `The model's share of war is ${number(war)}: a property of these numbers, not a forecast.`,
    ],
  };
}

function ultimatumFinding({ discrete, continuous }: Of<"ultimatum">): ModelFinding {
  const [best] = discrete.best;
  const demands = discrete.best.map(({ demand }) => number(demand)).join(" or ");
  const wars = discrete.best.map(({ war }) => number(war)).join(" or ");
  return {
    verdict: (best?.war ?? 0) > 0 ? "some-refuse" : "nobody-refuses",
    numbers: {
      "x*": best?.demand ?? Number.NaN,
      "war share": best?.war ?? Number.NaN,
      value: discrete.value,
      "x* of any demand": continuous.demand,
      "war share of any demand": continuous.war,
    },
    sentences: [
      `The proposer's best demand is x* = ${demands}, which a share of ${wars} of the responders refuses: they go to war.`,
      `To the proposer that is worth ${number(discrete.value)}.`,
      `With costs spread evenly and any demand allowed, x* = ${number(continuous.demand)} and the share of war is ${number(continuous.war)}.`,
    ],
  };
}

function inspectionFinding({ inspection }: Of<"inspection">): ModelFinding {
  const { kind, violate, inspect, announcedRate } = inspection;
  const first = {
    mixed: `The inspector inspects with y* = ${number(inspect)}, and the holder breaches with x* = ${number(violate)}.`,
    "no-temptation":
      "A breach gains nothing even if nobody sees it: nobody needs to inspect (y* = 0), and nobody breaches (x* = 0).",
    "cannot-deter": "Inspection cannot deter: the holder breaches (x* = 1) even if every occasion is inspected.",
    "does-not-pay":
      "Inspecting costs more than it saves, so the inspector does not inspect, and the holder breaches (x* = 1).",
  }[kind];
  const rate =
    announcedRate === null
      ? []
      : announcedRate > 0
        ? [`A rate that is announced and kept is complied with from y* = ${number(announcedRate)} on.`]
        : [];
  return {
    verdict: kind,
    numbers: { "x*": violate, inspect, ...(announcedRate === null ? {} : { "y*": announcedRate }) },
    sentences: [first, ...rate],
  };
}

function number(value: number): string {
  return written(Math.round(value * 1e4) / 1e4);
}
