/** @file The texts of what is done with the files themselves, by the rules of en.ts. */
export const enOriginals = {
  "menu.export": "Export copies…",
  "menu.trash": "Move to trash",
  "keys.export": "Export copies",
  "keys.trash": "Move to trash",

  "trash.title": "Move {count, plural, one {# photo} other {# photos}} to the trash?",
  "trash.title.one": "Move {name} to the trash?",
  "trash.text":
    "{count, plural, one {The file goes} other {The files go}} to the trash of your system, with RAW files and sidecars that belong to {count, plural, one {it} other {them}}. Tags, ratings and captions stay here, and are back when you put {count, plural, one {the file} other {the files}} back.",
  "trash.confirm": "Move to trash",
  "trash.progress": "Moving to the trash",
  "trash.done":
    "{count, plural, one {# photo} other {# photos}} moved to the trash of your system.",
  "trash.problems":
    "{count, plural, one {# photo} other {# photos}} could not be moved and {count, plural, one {is} other {are}} where {count, plural, one {it} other {they}} {count, plural, one {was} other {were}}.",

  "export.title": "Export {count, plural, one {# photo} other {# photos}}",
  "export.title.one": "Export {name}",
  "export.text": "Copies are written to a folder of yours. The photos stay as they are.",
  "export.choose": "Choose a folder for the copies. Nothing in it is replaced.",
  "export.format": "Format",
  "export.format.original": "As they are",
  "export.format.jpeg": "JPEG",
  "export.format.webp": "WebP",
  "export.format.png": "PNG",
  "export.size": "Longer side",
  "export.size.full": "Full size",
  "export.size.px": "{px, number} pixels",
  "export.quality": "Quality",
  "export.quality.value": "{quality} of 100",
  "export.without-location": "Leave out where they were taken",
  "export.next": "Choose folder…",
  "export.here": "Export here",
  "export.progress": "Export",
  "export.count": "{done, number} of {count, number}",
  "export.done": "{count, plural, one {# copy} other {# copies}} written to {name}.",
  "export.problems": "{count, plural, one {# photo} other {# photos}} could not be copied.",
} as const;
