/** The library: the first page. */
export const library = {
  "library.title": "Is there a deal, who blocks it, and what would open the way?",
  "library.lead":
    "Open a conflict below, or bring your own. Everything is computed on this machine and kept in this browser only.",
  "library.shipped": "Conflicts that come with Entente",
  "library.textbook": "Textbook cases",
  "library.textbook.lead": "Small ones with known answers, to learn the tool and to check it.",
  "library.mine": "Yours",
  "library.mine.empty":
    "Nothing yet. Import a scenario, begin a new one, or copy one of those that come with Entente, in its editor.",
  "library.recent": "Recently opened",
  "library.saved": "Kept in this browser:",
  "library.saved.packages": "{count, plural, one {# saved package} other {# saved packages}}",
  "library.saved.sheets": "{count, plural, one {# sheet of yours} other {# sheets of yours}}",
  "library.issues": "{count, plural, one {# issue} other {# issues}}",
  "library.packages": "{count, plural, =0 {no packages} one {# package} other {# packages}}",
  "library.combinations": "{count} combinations",
  "library.import": "Bring your own",
  "library.import.lead":
    "Drop a scenario’s folder or zip here, a single YAML file, or a GENIUS or GeniusWeb domain. It is read on this machine.",
  "library.import.files": "Choose files or a zip",
  "library.import.folder": "Choose a folder",
  "library.import.reading": "Reading…",
  "library.import.failed": "Nothing was imported.",
  "library.import.broken": "“{title}” was imported with its mistakes. Mend it in the editor:",
  "library.import.edit": "Open in the editor",
  "library.import.which": "There are several here that can be opened. Which one?",
  "library.import.sheet":
    "{file} is one party’s sheet. It needs its scenario: open that, and then “Prepare one side”, where sheets are opened.",
  "library.import.sheets":
    "{files} are sheets of parties, and their scenario is not with them. Give the whole folder, with its scenario.yaml.",
  "library.import.sealed":
    "{file} is a sealed sheet. Open its scenario, and then “Prepare one side”, where it is opened with its passphrase.",
  "library.import.done": "Imported “{title}”.",
  "library.import.open": "Open it",
  "library.new": "New scenario",
  "library.new.title": "Untitled conflict",
  "library.edit": "Edit",
  "library.copy": "Copy",
  "library.copy.title": "{title} (copy)",
  "library.download": "Download",
  "library.delete": "Delete",
  "library.delete.sure": "Delete “{title}” from this browser?",
  "library.delete.what":
    "Its saved packages and sheets go with it. This cannot be taken back; download it first if in doubt.",
  "library.cancel": "Keep it",
  "library.changed": "changed {day}",
  "library.origin.imported": "imported",
  "library.origin.new": "written here",
  "library.origin.copy": "a copy of {of}",
  "library.kept": "What this browser keeps",
  "library.kept.lead":
    "Scenarios, packages and sheets of yours stay in this browser. Take them along as one file, or remove them all.",
  "library.kept.not":
    "This browser keeps nothing for this page, so your work is lost when the page is closed. Export it as a file before that.",
  "library.kept.export": "Export everything",
  "library.kept.import": "Import such a file",
  "library.kept.imported": "{added} added, {beside} kept beside what was here, {same} the same as here.",
  "library.kept.delete": "Delete everything",
  "library.kept.delete.sure": "Delete everything this browser keeps for Entente?",
  "library.kept.delete.what": "All scenarios, packages and sheets of yours. This cannot be taken back.",
  "library.unreachable": "The list of scenarios could not be read: {why}",
} as const;
