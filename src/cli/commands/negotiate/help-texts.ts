export const negotiateHelp = `
Examples:
  entente negotiate create ukraine-2025 --to talks     a link for each seat; the convenor's seat in talks/
  entente negotiate join "LINK" --as ua.json      take the seat of a link
  entente negotiate watch ua.json                 what happens, as it happens
  entente negotiate send ua.json --say "Good morning."
  entente negotiate export ua.json --to record.json

A seat's file holds its keys: whoever has it is that seat. \`entente negotiate help COMMAND\` explains each.`;

export const createHelp = `
Examples:
  entente negotiate create ukraine-2025 --to talks
  entente negotiate create my-scenario --to talks --server https://talks.example --title "Second round"
  entente negotiate create ukraine-2025 --to talks --seat UA:mandator UA:support observer

Each party whose consent is needed has a negotiator, and there is a mediator. Only the agenda is sent, never a
sheet. The links are printed once and kept nowhere.
Exit code: 0 opened, 1 the scenario or the plan has mistakes, 2 could not run.`;

export const joinHelp = `
Examples:
  entente negotiate join "https://talks.example/join/0123...#4567..." --as ua.json

Cut off by a lost connection, run it again with the same file: it takes no second use of the link.
Exit code: 0 seated, 1 refused, 2 could not run.`;

export const watchHelp = `
Examples:
  entente negotiate watch ua.json
  entente negotiate watch ua.json --new --json

A lost connection is tried again by itself. Adoptions and completed signatures are countersigned by it.
Exit code: 0 ended by you, 1 the seat was removed or the host shows another history, 2 could not run.`;

export const sendHelp = `
Examples:
  entente negotiate send ua.json --channel security --offer S1_eu_presence=reactive
  entente negotiate send ua.json --channel security --offer S2_us_role=isr_c2 --if "line:D1_dmz_depth=sym_10"
  entente negotiate send ru.json --channel security --offer S1_eu_presence=none --counter 1 --note "Not yet."
  entente negotiate send ru.json --channel security --accept 1
  entente negotiate send ua.json --move-adoption
  entente negotiate send ua.json --vote yes

A channel is named by its id, its name, or a part of the name that only it has. An offer outside the mandate
that your delegation keeps is not sent without --override.
Exit code: 0 stored, 1 refused (the rule is named) or outside the mandate, 2 could not run.`;

export const exportHelp = `
Examples:
  entente negotiate export ua.json --to record.json
  entente verify record.json

Exit code: 0 written, 1 the host's history is not as it was signed, 2 could not run.`;
