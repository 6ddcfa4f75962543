/** What the browser keeps, and why it sometimes does not. */
export const shelf = {
  "shelf.changedElsewhere":
    "Another tab has saved this in the meantime, so nothing was saved here. Look at what is there now, then save again.",
  "shelf.deletedElsewhere": "This was deleted in another tab. Save it under a new name to keep what you have here.",
  "shelf.full":
    "This browser’s storage is full, so this was not saved. Delete what you no longer need, or free space on the disk, then save again.",
  "shelf.denied":
    "This browser does not let the page keep anything (a private window, or a setting). You can go on working; download what you want to keep before you close the page.",
  "shelf.newerElsewhere":
    "A newer Entente has taken over what this browser keeps, so this page can no longer save. Reload it to go on.",
  "shelf.olderElsewhere":
    "An older Entente is still open in another tab and holds what this browser keeps. Close that tab, then reload this page.",
  "shelf.failed": "The browser’s storage failed, so this was not done: {why}",
  "shelf.notAShelfFile":
    "This is not a file that Entente can bring back: {count, plural, one {# problem} other {# problems}}. Nothing was changed.",
  "shelf.problem.tooLarge": "The file is larger than {detail} MB.",
  "shelf.problem.notJson": "The file is not JSON: {detail}",
  "shelf.problem.notAShelf": "The file does not hold what Entente keeps.",
  "shelf.problem.newerSchema":
    "The file was made by another version of Entente ({detail}); this one reads entente.shelf/1.",
  "shelf.problem.tooDeep": "{where}: nested more than {detail} levels deep.",
  "shelf.problem.reservedKey": "{where}: the key “{detail}” cannot be used.",
  "shelf.problem.wrongValue": "{where}: {detail}",
  "shelf.problem.unknownKey": "{where}: the key “{detail}” is not known.",
  "shelf.problem.twice": "{where}: “{detail}” is there twice.",
  "shelf.problem.more": "{detail} further problems are not shown.",
} as const;
