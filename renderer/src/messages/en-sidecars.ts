/** @file The texts of XMP files beside photos, by the rules of en.ts. */
export const enSidecars = {
  "folder.sidecars": "Sidecars…",

  "detail.sidecar": "Sidecar",
  "sidecar.off": "Off for this folder. Tags are kept in the library.",
  "sidecar.none": "Nothing to write yet.",
  "sidecar.in-sync": "In sync.",
  "sidecar.waiting": "Waits to be written.",
  "sidecar.conflict": "The file and the library disagree.",
  "sidecar.failed": "The file could not be written.",
  "sidecar.write": "Write now",
  "sidecar.conflict.values": "{field}: {here} here, {there} in the file.",
  "sidecar.field.title": "Title",
  "sidecar.field.caption": "Caption",
  "sidecar.field.flag": "Flag",
  "sidecar.field.colourLabel": "Colour label",
  "sidecar.nothing": "nothing",
  "sidecar.keep": "Keep {value}",
  "sidecar.take": "Take {value}",
  "sidecar.kept": "The library’s value is kept and goes into the file.",
  "sidecar.taken": "The file’s value is taken over.",

  "sidecars.title": "Sidecars of {name}",
  "sidecars.text":
    "Lightroom, digiKam, darktable and others read tags, ratings and captions from an .xmp file beside each photo. The photos themselves are never changed.",
  "sidecars.switch": "Write .xmp files beside the photos",
  "sidecars.is-on":
    "What you enter is written a moment later. What other programs write comes into the library.",
  "sidecars.is-off": "What you enter stays in the library. Files that are there stay as they are.",
  "sidecars.name": "New files are called",
  "sidecars.name.text":
    "In all folders. Files that are there keep their names, and photos that would share an IMG.xmp get IMG.jpg.xmp.",
  "sidecars.name.set": "New .xmp files are called {name} from now on.",
  "sidecars.on": "What you enter in {name} is written to .xmp files from now on.",
  "sidecars.off": "No more .xmp files are written in {name}.",
  "sidecars.waiting": "{count, plural, one {# change waits} other {# changes wait}} to be written.",
  "sidecars.conflicts":
    "{count, plural, one {# photo disagrees} other {# photos disagree}} with the file.",
  "sidecars.read-only":
    "{count, plural, one {# .xmp file is} other {# .xmp files are}} not written, because the folder or the file is read-only. Tags are kept in the library.",
  "sidecars.stuck":
    "The .xmp {count, plural, one {file of # photo} other {files of # photos}} could not be written.",
  "sidecars.retry": "Try again: {text}",
  "sidecars.show": "Show: {text}",
  "sidecars.show.word": "Show",

  "first-tags.title": "Your tags",
  "first-tags.keep": "Keep them in Semblance",
  "first-tags.write": "Also write .xmp files beside the photos",
  "first-tags.who": "Lightroom, digiKam, darktable and others read them.",
  "first-tags.later": "You can change this later for each folder.",
} as const;
