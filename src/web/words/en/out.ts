/** Taking results out: files and paper. */
export const out = {
  "out.title": "Take it out",
  "out.from.written": "These files are made from the scenario as written.",
  "out.from.assumed":
    "{count, plural, one {These files are made with one assumption of yours, which is not in the scenario:} other {These files are made with # assumptions of yours, which are not in the scenario:}}",
  "out.from.saved":
    "{count, plural, one {One package} other {# packages}} saved in this browser {count, plural, one {is} other {are}} judged in them too.",
  "out.command": "The command line writes the same report:",
  "out.command.changed":
    "The command line knows nothing of what you added here. Take the scenario with it as a zip, unpack that, and analyse the folder.",
  "out.command.toggled": "Red lines and floors switched on or off under “What if” do not travel in the zip.",
  "out.whole": "The whole",
  "out.report": "HTML report (one file)",
  "out.report.note":
    "The report opens in any browser without a network: answer, drawings, tables, judgements and sources in one file. How finely a large frontier is listed depends on the time it is given, ten seconds at most.",
  "out.json": "JSON (entente.analysis/1)",
  "out.zip": "Scenario as zip",
  "out.zip.changed": "Scenario as zip, with what you added",
  "out.list": "Show drawings and tables",
  "out.print.note":
    "To print, open the deal page or this scenario’s evidence and use the browser’s own print command, or the button there.",
  "out.making": "Making the files…",
  "out.stop": "Take what is proved so far",
  "out.ended": "You ended this early: the files hold what was proved until then, and say what they leave out.",
  "out.again": "Make them in full",
  "out.given": "{name} is made; the browser keeps it where it keeps downloads.",
  "out.failed": "The files could not be made: {why}",
  "out.outdated": "An assumption or a saved package changed since, so the files must be made again.",
  "out.drawings": "Drawings",
  "out.drawings.none": "The report of this scenario has no drawing.",
  "out.tables": "Tables",
  "out.tables.all": "{count, plural, one {The table as zip} other {All # tables as one zip}}",
  "out.svg": "SVG",
  "out.png": "PNG",
  "out.csv": "CSV",
  "out.png.failed": "The image could not be made: {why}",
  "out.png.fonts": "Drawn with this machine’s own fonts: {why} Ask for the image once more to try again.",
  "out.plot": "Take this drawing out: {title}",
  "out.print": "Print this page",
} as const;
