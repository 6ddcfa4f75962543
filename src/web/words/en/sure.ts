/** How sure: the fourth part of the deal page. */
export const sure = {
  "sure.lead":
    "Every judgement is drawn anew within its range, again and again. A share of draws says how much of an answer rests on the judgements; it is no chance of agreement, of peace or of war.",
  "sure.waiting": "Asked as soon as the answer above is there.",
  "sure.drawing": "Drawing the judgements anew: {done, number} of {of, number}",
  "sure.stop": "Stop here",
  "sure.more": "{draws, plural, one {Draw once} other {Draw # times}}",
  "sure.again": "Compute again",
  "sure.stale": "Computed before your last change.",
  "sure.failed": "The engine could not answer: {why}",
  "sure.none": "No draw was made.",
  "sure.unjudged": "No party that must consent has a preference sheet, so there is nothing to draw.",
  "sure.answer":
    "Some settlement has the consent of all in {share} of {draws, plural, one {# draw} other {# draws}} of the judgements (95 % interval {interval}).",
  "sure.room":
    "Room for agreement: {median} points in the middle draw, {low} to {high} in nine of ten. It is the least surplus of the parties under the fairest mix of settlements; below zero, every settlement leaves somebody at least that short.",
  "sure.method": "{draws, plural, one {# draw} other {# draws}} from seed {seed}.",
  "sure.how": "How this was drawn",
  "sure.packages": "Who accepts what, in how many draws",
  "sure.packages.caption":
    "Share of draws in which each package, and one settlement of each bargaining solution, is accepted; the line is the 95 % interval",
  "sure.packages.package": "Package or solution",
  "sure.packages.all": "All accept",
  "sure.packages.interval": "{share}, 95 % interval {interval}",
  "sure.packages.drawn": "The same drawn, party by party",
  "sure.packages.axis": "share of draws in which the party accepts, per cent",
  "sure.packages.title": "Share of draws in which each party accepts each package",
  "sure.packages.description": "One row a package, one mark a party.",
  "sure.solution.nashBargaining": "Nash bargaining",
  "sure.solution.kalaiSmorodinsky": "Kalai-Smorodinsky",
  "sure.solution.egalitarian": "Egalitarian",
  "sure.solution.utilitarian": "Utilitarian",
  "sure.matters": "Which judgement matters most",
  "sure.matters.caption":
    "The judgements that explain most of how the room for agreement varies over the draws: share explained, with its 95 % interval",
  "sure.matters.judgement": "Judgement",
  "sure.matters.share": "Explains",
  "sure.matters.interval": "{low} to {high}",
  "sure.matters.direction": "A larger number",
  "sure.matters.raises": "makes room",
  "sure.matters.lowers": "takes room away",
  "sure.matters.none": "No judgement moved it.",
  "sure.robust": "The settlements that survive most draws",
  "sure.robust.lead":
    "{judged, plural, one {One efficient settlement} other {# efficient settlements, spread evenly over the frontier,}} judged in {draws, plural, one {one draw} other {# draws}}; the ones that all accept most often.",
  "sure.robust.caption":
    "Share of draws in which all accept, and each party’s surplus over its reservation value, in points",
  "sure.robust.settlement": "Settlement",
  "sure.robust.name": "Point {row, number} of the frontier",
  "sure.robust.share": "All accept",
  "sure.robust.open": "Open in composer",
  "sure.robust.open.title": "Open in composer: {name}",
  "sure.robust.refining": "Which settlements most draws accept is judged when the frontier is refined.",
  "sure.robust.none":
    "There is no efficient settlement to judge: the agreement zone is empty or the frontier is not known.",
  "sure.robust.before":
    "The agreement zone is empty; judged are the settlements that are efficient before reservation values.",
} as const;
