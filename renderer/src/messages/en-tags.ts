/** @file The texts of the tree of tags and of the page that manages them, by the rules of en.ts. */
export const enTags = {
  "keys.favourite": "Favourite tag on or off; also with 2 to 9",
  "tags.tree": "Tags",
  "tags.none":
    "No tags yet. {key, select, none {Select photos to give them one.} other {Select photos and press {key} to give them one.}}",
  "tags.count": "{count, plural, one {# tag} other {# tags}}",
  "tags.filter": "Filter tags",
  "tags.filter.none": "No tag has “{text}” in its name or synonyms.",
  "tags.choose": "Choose a tag to rename it, move it or give it a key.",
  "tags.done": "{sentence}.",

  "tags.menu.add": "Add to {count, plural, one {selected photo} other {# selected photos}}",
  "tags.menu.new": "New tag inside…",
  "tags.menu.rename": "Rename",
  "tags.menu.move": "Move to…",
  "tags.menu.merge": "Merge into…",
  "tags.menu.synonyms": "Synonyms…",
  "tags.menu.key": "Favourite key",
  "tags.menu.delete": "Delete tag",

  "tags.rename.name": "New name of {name}",
  "tags.field.name": "Name",
  "tags.field.synonyms": "Also",
  "tags.field.synonyms.text": "Found by these words, too.",
  "tags.field.key": "Key",
  "tags.field.parent": "Inside",
  "tags.top": "At the top",
  "tags.show": "Show",
  "tags.photos": "{count, plural, =0 {No photos} one {# photo} other {# photos}}",
  "tags.photos.own":
    "{count, plural, =0 {none with this tag itself} one {# with this tag itself} other {# with this tag itself}}",

  "tags.synonym.add": "Add a synonym",
  "tags.synonym.remove": "Remove the synonym {synonym}",
  "tags.synonym.added": "{synonym} finds {name}, too.",
  "tags.synonym.removed": "{synonym} no longer finds {name}.",

  "tags.key.none": "None",
  "tags.key.given": "{key} adds {name}.",
  "tags.key.taken": "{name} has no key any more.",
  "tags.key.held": "{key}, now {tag}",
  "tags.key.unset": "No tag has the key {key}. Its menu in the sidebar gives it one.",

  "tags.weight.rename":
    "{below, plural, =0 {} one {Takes # tag below it along. } other {Takes # tags below it along. }}{photos, plural, one {# photo.} other {# photos.}}",
  "tags.weight.merge":
    "{to} is there already, so both become one. {below, plural, =0 {} one {Takes # tag below it along. } other {Takes # tags below it along. }}{photos, plural, one {# photo.} other {# photos.}}",
  "tags.weight.delete":
    "{below, plural, =0 {} one {# tag below it goes, too. } other {# tags below it go, too. }}{photos, plural, =0 {No photo loses it.} one {# photo loses it.} other {# photos lose it.}}",
  "tags.weight.undo": "Undo brings everything back.",

  "tags.move.title": "Move {name} to",
  "tags.move.field": "Inside of",
  "tags.move.list": "Tags to move it into",
  "tags.move.confirm": "Move",
  "tags.merge.title": "Merge {name} into",
  "tags.merge.field": "Other tag",
  "tags.merge.list": "Tags to merge it into",
  "tags.merge.confirm": "Merge",
  "tags.join.title": "Merge {name} into {to}?",
  "tags.delete.title": "Delete the tag {name}?",
  "tags.delete.confirm": "Delete",
  "tags.new.title": "New tag inside {parent}",
  "tags.new.name": "Name",
  "tags.new.text":
    "{count, plural, one {The selected photo gets it.} other {The # selected photos get it.}}",
  "tags.new.confirm": "Add",
} as const;
