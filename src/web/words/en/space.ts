/** The offer space: charts of the efficient settlements, and what a reader selects of them. */
export const space = {
  "space.waiting": "The efficient settlements are being computed.",
  "space.noPair": "Fewer than two parties have a preference sheet, so there is no pair to draw.",
  "space.unknown": "The frontier is not known: {reason}. The packages and the bargaining solutions are drawn.",
  "space.pair": "The two parties of the chart",
  "space.across": "Across",
  "space.up": "Upwards",
  "space.swap": "Swap",
  "space.draft": "Draft in the composer",
  "space.hint":
    "Point at a mark or a dot for its values; click or press Enter to pick it. Drag a rectangle to select settlements, or set the ranges below.",
  "space.places": "Marks and the pair’s own frontier. Arrow keys move, Enter picks.",
  "space.place.package": "Package",
  "space.place.solution": "Bargaining solution",
  "space.place.draft": "Draft",
  "space.place.frontier": "On the frontier of the pair",
  "space.place.efficient": "Efficient for all",
  "space.place.settlement": "Efficient settlement {row, number}",
  "space.ties":
    "{one, plural, one {One settlement has exactly these values.} other {{ties} settlements have exactly these values; this is one of them.}}",
  "space.compare": "Compare it",
  "space.table": "The numbers behind the chart",
  "space.table.caption": "Marks and frontier of {a} and {b}, in points",
  "space.table.mark": "Mark",
  "space.table.more":
    "{count, plural, one {One more point lies on the frontier of the pair.} other {# more points lie on the frontier of the pair.}}",
  "space.all": "All parties at once",
  "space.all.title": "Value of efficient settlements and packages to every party",
  "space.all.description":
    "{lines, plural, one {# line} other {# lines}} across one axis a party, with each party’s reservation value.",
  "space.all.caption": "Packages by party: value and surplus, in points of each party’s own scale",
  "space.all.sentence":
    "Each line is a settlement: {listed, plural, one {the only one listed} other {{drawn, plural, one {one} other {#}} of the # listed}}, faint, and every complete package, named.",
  "space.all.compare": "Each axis counts one party’s own points; heights on different axes cannot be compared.",
  "space.select": "Select settlements",
  "space.select.how":
    "Ask for at least or at most so many points; the charts mark what passes. Dragging on a chart sets the same ranges.",
  "space.ranges": "Ranges of value, in points of each party’s own scale",
  "space.ranges.party": "Party",
  "space.ranges.least": "At least",
  "space.ranges.most": "At most",
  "space.ranges.least.of": "At least, {name}",
  "space.ranges.most.of": "At most, {name}",
  "space.ranges.listed": "Listed",
  "space.ranges.extent": "{least} to {most}",
  "space.ranges.accepts": "Accepts from",
  "space.clear": "Clear all ranges",
  "space.count":
    "{count, number} of {listed, plural, one {# listed settlement} other {# listed settlements}} {count, plural, one {passes} other {pass}}.",
  "space.count.all":
    "{count, plural, one {One settlement is listed.} other {All # listed settlements; no range is set.}}",
  "space.count.part":
    "The frontier is longer than the list; the list holds the largest sums of utility and every pair’s own frontier.",
  "space.none": "No listed settlement lies within all these ranges. An unlisted one may.",
  "space.shares": "What they have in common",
  "space.shares.refining":
    "Shown when the frontier is refined: the list still grows, and what is common to it changes.",
  "space.shares.noCommon": "No issue is settled the same way in all of them.",
  "space.shares.common":
    "{count, plural, one {One issue is settled the same way in all that pass:} other {# issues are settled the same way in all that pass:}}",
  "space.shares.common.all":
    "{count, plural, one {One issue is settled the same way in every listed settlement:} other {# issues are settled the same way in every listed settlement:}}",
  "space.shares.byShift": "Most changed by the selection first",
  "space.shares.caption": "Share of the listed settlements that take each option, where they differ",
  "space.shares.caption.selected":
    "Share of the selected settlements that take each option; the stroke marks the share among all listed",
  "space.shares.issue": "Issue",
  "space.shares.options": "Options taken",
  "space.shares.ofAll": "(all {share})",
  "space.rows": "The settlements one by one",
  "space.rows.caption":
    "{count, plural, one {The one listed settlement} other {The first {shown, number} of # listed settlements}}: value and surplus, in points",
  "space.rows.caption.selected":
    "{count, plural, one {The one selected settlement} other {The first {shown, number} of # selected settlements}}: value and surplus, in points",
  "space.rows.settlement": "Settlement",
  "space.rows.number": "No. {row, number}",
  "space.rows.open": "No. {row, number}: open in the composer",
  "space.rows.ties": "Ties",
} as const;
