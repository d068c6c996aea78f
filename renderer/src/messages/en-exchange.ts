/** @file The texts of tags that go out to files and come in from them, by the rules of en.ts. */
export const enExchange = {
  "exchange.export.menu": "Export tags…",
  "exchange.import.menu": "Import tags…",

  "exchange.export.title": "Export tags",
  "exchange.export.text":
    "Writes what you entered: tags, stars, flags, colours, titles and captions. The photos stay as they are.",
  "exchange.scope": "Photos",
  "exchange.scope.library": "The whole library",
  "exchange.scope.search": "This search",
  "exchange.scope.all":
    "The whole library, {count, plural, one {# photo} other {# photos}}. A search chooses some of them.",
  "exchange.scope.count": "{count, plural, one {# photo} other {# photos}}",
  "exchange.scope.query": "{query} · {count, plural, one {# photo} other {# photos}}",
  "exchange.format": "Format",
  "exchange.format.csv": "CSV",
  "exchange.format.csv.text": "One row for each photo, for spreadsheets and other programs.",
  "exchange.format.jsonl": "JSON Lines",
  "exchange.format.jsonl.text": "One object for each photo, for scripts.",
  "exchange.format.xmp": "XMP files",
  "exchange.format.xmp.text":
    "A folder of .xmp files as Lightroom, digiKam and darktable read them, for photos with something of yours.",
  "exchange.export.next": "Choose where…",
  "exchange.export.choose": "Choose a folder. Nothing in it is replaced.",
  "exchange.export.choose.xmp": "Choose a folder outside the library. Nothing in it is replaced.",
  "exchange.export.name": "File name",
  "exchange.export.name.bad":
    "A file name does not begin with a dot, and has none of / \\ : * ? “ < > |.",
  "exchange.export.here": "Export here",
  "exchange.export.progress": "Export",
  "exchange.export.count": "{done, number} of {total, number} photos",
  "exchange.export.done": "{count, plural, one {# photo} other {# photos}} written to {name}.",
  "exchange.export.done.xmp":
    "{count, plural, =0 {No photo has something of yours, so nothing was written.} one {# .xmp file written to {name}.} other {# .xmp files written to {name}.}}",
  "exchange.export.stopped": "The export is stopped. Nothing of it is left.",
  "exchange.export.stopped.xmp":
    "The export is stopped. {count, plural, =0 {Nothing was written.} one {# .xmp file is in {name}.} other {# .xmp files are in {name}.}}",
  "exchange.export.problems":
    "{count, plural, one {# .xmp file} other {# .xmp files}} could not be written.",

  "exchange.import.title": "Import tags",
  "exchange.import.title.of": "Import {name}",
  "exchange.import.text":
    "From a .csv or .jsonl file, a folder of .xmp files, or digiKam’s database (digikam4.db). Nothing changes before you have seen what would.",
  "exchange.import.choose":
    "Choose a .csv or .jsonl file or digiKam’s digikam4.db, or go into a folder that holds .xmp files.",
  "exchange.import.preview": "Nothing has changed yet.",
  "exchange.import.file": "A file",
  "exchange.import.file.text": "CSV, JSON Lines, or digiKam’s digikam4.db.",
  "exchange.import.folder": "A folder of .xmp files",
  "exchange.import.folder.text": "With all folders in it, wherever the photos are.",
  "exchange.import.choose-file": "Choose file…",
  "exchange.import.choose-folder": "Choose folder…",
  "exchange.import.here": "Read .xmp files here",
  "exchange.import.reading": "Reading, {rows, plural, one {# row} other {# rows}} so far.",
  "exchange.import.digikam":
    "digiKam’s database is read by its published format, which is unverified until tried on a real one. Look at what changes first.",
  "exchange.import.would":
    "{count, plural, =0 {Nothing changes.} one {# photo changes.} other {# photos change.}}",
  "exchange.import.rows": "{count, plural, one {# row was} other {# rows were}} read.",
  "exchange.import.invalid":
    "{count, plural, one {# row is not as expected. Nothing can be imported until it is.} other {# rows are not as expected. Nothing can be imported until they are.}}",
  "exchange.import.unmatched":
    "{count, plural, one {# row is about no photo of this library and is left out.} other {# rows are about no photo of this library and are left out.}}",
  "exchange.import.unreadable":
    "{count, plural, one {# file cannot be read and is left out.} other {# files cannot be read and are left out.}}",
  "exchange.import.contradiction":
    "{count, plural, one {# row says something else of a photo than an earlier one, which holds.} other {# rows say something else of a photo than an earlier one, which holds.}}",
  "exchange.import.changes": "What changes",
  "exchange.import.problems": "Problems",
  "exchange.import.more": "and {count, number} more",
  "exchange.import.added": "Add {tag}",
  "exchange.import.value": "{field}: {from} → {to}",
  "exchange.import.apply": "Import",
  "exchange.import.applying": "Import",
  "exchange.import.count": "{done, number} of {total, number} photos",
  "exchange.import.done":
    "{count, plural, one {Imported {name} for # photo.} other {Imported {name} for # photos.}}",
  "exchange.import.stopped":
    "The import is stopped. {count, plural, =0 {Nothing changed.} one {# photo has what {name} says.} other {# photos have what {name} says.}}",
  "exchange.import.failed": "This cannot be imported.",
} as const;
