/** Files in: what was not taken and why, and mistakes shown in their text. */
export const intake = {
  "intake.accepted":
    "What it opens: a scenario’s folder or zip (with a scenario.yaml), a scenario or sheet as a single YAML file, a folder of GENIUS XML or GeniusWeb JSON files, a sheet sealed with a passphrase (.age), and a file of everything that a browser kept.",
  "intake.unknown.file": "{name} is no file that Entente knows.",
  "intake.unknown.folder": "Among these is no file that Entente knows: {files}.",
  "intake.more": "{count, plural, one {# more} other {# more}}",
  "intake.empty.file": "{name} is empty.",
  "intake.empty.folder": "{name} is empty: there is no file in it, hidden ones aside.",
  "intake.empty.nothing": "What you gave is empty: there is no file in it, hidden ones aside.",
  "intake.first.place": "{file}, line {line}:",
  "intake.problem.fileTooLarge": "{path} is larger than {file} MB and was not read.",
  "intake.problem.allTooLarge":
    "Together the files are larger than {all} MB; no more were read. Keep only those of one scenario.",
  "intake.problem.tooManyFiles":
    "There are more than {files} files; no more were read. Choose the folder of one scenario.",
  "intake.problem.unsafePath":
    "{path} was not read: its name leads out of the folder, is too long, or cannot be shown safely.",
  "intake.problem.twice": "{path} is there twice; the first was taken.",
  "intake.problem.unreadable": "{path} could not be read. Check that it is still there and that you may read it.",
  "intake.problem.notAZip": "{path} is not a zip, or a damaged one.",
  "intake.problem.zipTooLarge": "{path} is larger than {zip} MB. Zip only the files of one scenario.",
  "intake.problem.zipEncrypted": "{path} is encrypted inside the zip. Zip it without a password.",
  "intake.problem.zipMethod": "{path} is packed in a way that is not read here. Zip it the usual way (deflate).",
  "intake.problem.zipLink": "{path} is a link to another file. Put the file itself into the zip.",
  "intake.problem.zipDamaged": "{path} is damaged, or not what the zip says it is.",
  "intake.problem.zipInZip": "{path} is a zip among other files. Unpack it first, or give it alone.",
  "intake.diagnostics.label": "Mistakes and warnings",
  "intake.diagnostics.none": "No mistakes.",
  "intake.diagnostics.count":
    "{errors, plural, =0 {No errors} one {# error} other {# errors}}, {warnings, plural, =0 {no warnings} one {# warning} other {# warnings}}",
  "intake.diagnostics.error": "Error",
  "intake.diagnostics.warning": "Warning",
  "intake.diagnostics.fix": "How to put it right: {fix}",
  "intake.diagnostics.excerpt": "The text around {place}",
  "intake.diagnostics.more": "{count, plural, one {and # more} other {and # more}}",
} as const;
