/** @file What was done, as the history says it: past tense, no full stop. And why some of it cannot be undone: whole sentences. */
export const enHistory = {
  "done.tag.added": "Added the tag {tag} to {count, plural, one {# photo} other {# photos}}",
  "done.tag.removed": "Removed the tag {tag} from {count, plural, one {# photo} other {# photos}}",
  "done.tag.renamed":
    "Renamed the tag {tag} to {to} ({count, plural, one {# photo} other {# photos}})",
  "done.tag.merged":
    "Merged the tag {tag} into {into} ({count, plural, one {# photo} other {# photos}})",
  "done.tag.deleted": "Deleted the tag {tag} ({count, plural, one {# photo} other {# photos}})",
  "done.tag.synonyms": "Changed the synonyms of the tag {tag}",
  "done.tag.key": "Put the tag {tag} on key {digit}",
  "done.tag.no-key": "Took the key from the tag {tag}",

  "done.label.confirmed":
    "Confirmed the label {label} on {count, plural, one {# photo} other {# photos}}",
  "done.label.rejected":
    "Rejected the label {label} on {count, plural, one {# photo} other {# photos}}",
  "done.label.forgotten":
    "Forgot what was said of the label {label} on {count, plural, one {# photo} other {# photos}}",
  "done.label.tag":
    "Made the label {label} the tag {tag} on {count, plural, one {# photo} other {# photos}}",
  "done.label.own-tag":
    "Made the label {label} a tag on {count, plural, one {# photo} other {# photos}}",

  "done.rated":
    "Rated {count, plural, one {# photo} other {# photos}} {stars, plural, one {# star} other {# stars}}",
  "done.unrated": "Took the stars from {count, plural, one {# photo} other {# photos}}",
  "done.picked": "Picked {count, plural, one {# photo} other {# photos}}",
  "done.rejected": "Rejected {count, plural, one {# photo} other {# photos}}",
  "done.unflagged": "Took the flag from {count, plural, one {# photo} other {# photos}}",
  "done.coloured":
    "Gave {count, plural, one {# photo} other {# photos}} the colour {colour, select, red {red} yellow {yellow} green {green} blue {blue} purple {purple} other {{colour}}}",
  "done.uncoloured": "Took the colour from {count, plural, one {# photo} other {# photos}}",
  "done.title.removed": "Removed the title of {count, plural, one {# photo} other {# photos}}",
  "done.title.replaced": "Replaced the title of {count, plural, one {# photo} other {# photos}}",
  "done.caption.removed": "Removed the caption of {count, plural, one {# photo} other {# photos}}",
  "done.caption.replaced":
    "Replaced the caption of {count, plural, one {# photo} other {# photos}}",
  "done.values.changed": "Changed {fields} of {count, plural, one {# photo} other {# photos}}",
  "done.value.back":
    "Took back the {field, select, rating {rating} flag {flag} colourLabel {colour} title {title} other {caption}} of {count, plural, one {# photo} other {# photos}}",
  "value.rating": "rating",
  "value.flag": "flag",
  "value.colourLabel": "colour",
  "value.title": "title",
  "value.caption": "caption",

  "done.turned":
    "Turned {count, plural, one {# photo} other {# photos}} {way, select, right {to the right} left {to the left} other {upside down}}",
  "done.time.later":
    "Moved the capture time of {count, plural, one {# photo} other {# photos}} {days, plural, =0 {} other {# d }}{hours, plural, =0 {} other {# h }}{minutes, plural, =0 {} other {# min }}{seconds, plural, =0 {} other {# s }}later",
  "done.time.earlier":
    "Moved the capture time of {count, plural, one {# photo} other {# photos}} {days, plural, =0 {} other {# d }}{hours, plural, =0 {} other {# h }}{minutes, plural, =0 {} other {# min }}{seconds, plural, =0 {} other {# s }}earlier",

  "done.review.same":
    "Said that {count, plural, one {# photo was edited} other {# photos were edited}}",
  "done.review.another":
    "Said that {count, plural, one {# photo was replaced by another photo} other {# photos were replaced by another photo}}",
  "done.forgotten":
    "Removed {count, plural, one {# photo} other {# photos}} whose files are missing from the library",
  "final.forgotten":
    "What the library knew of them is deleted. A backup from before still has it: semblance restore.",
  "done.trashed": "Moved {count, plural, one {# photo} other {# photos}} to the trash",
  "final.trashed":
    "The files are in the trash of your system: put them back from there, and they have their tags again.",
  "done.joined": "Joined {name} to {shown} as one photo, with the tags of both",
  "final.joined":
    "Both are files of one photo as long as they have the same name; rename one of them to have two.",

  "done.album.added": "Added {count, plural, one {# photo} other {# photos}} to the album {album}",
  "done.album.removed":
    "Removed {count, plural, one {# photo} other {# photos}} from the album {album}",
  "done.album.moved": "Moved {count, plural, one {# photo} other {# photos}} in the album {album}",
  "done.album.made": "Made the album {album}",
  "done.album.made.with":
    "Made the album {album} of {count, plural, one {# photo} other {# photos}}",
  "done.album.made.smart": "Made the smart album {album}",
  "done.album.made.similar": "Made the smart album {album} of similar photos",
  "done.album.copied": "Copied the album {album} as {copy}",
  "done.album.renamed": "Renamed the album {album} to {name}",
  "done.album.deleted": "Deleted the album {album}",
  "done.album.query": "Changed the search of the smart album {album}",
  "done.album.similar": "Changed what the smart album {album} is similar to",
  "done.album.cover": "Chose another cover for the album {album}",

  "done.duplicates.carried":
    "Gave {count, plural, one {# photo} other {# photos}} what was entered for their copies",
  "done.duplicates.keep-all":
    "Kept all of a group of {count, plural, one {# photo} other {# photos}}",
  "done.duplicates.not-duplicates":
    "Said that {count, plural, one {# photo is no duplicate} other {# photos are no duplicates}}",

  "done.found.renamed": "Recognised {name}, now called {to}",
  "done.found.moved": "Recognised {name}, moved from {from} to {folder}",
  "done.found.moved.renamed": "Recognised {name}, now called {to}, moved from {from} to {folder}",
  "done.found.many.renamed":
    "Recognised {count, plural, one {# photo} other {# photos}} under new names in {folder}",
  "done.found.many.moved":
    "Recognised {count, plural, one {# photo} other {# photos}} that moved from {from} to {folder}",
  "done.located": "Located {name}, in {folder}",
  "done.located.renamed": "Located {name}, now called {to}, in {folder}",

  "done.imported":
    "Imported {what} for {count, plural, one {# photo} other {# photos}} from {source}",
  "imported.tag": "{count, plural, one {# tag} other {# tags}}",
  "imported.rating": "{count, plural, one {# rating} other {# ratings}}",
  "imported.flag": "{count, plural, one {# flag} other {# flags}}",
  "imported.colour": "{count, plural, one {# colour label} other {# colour labels}}",
  "imported.title": "{count, plural, one {# title} other {# titles}}",
  "imported.caption": "{count, plural, one {# caption} other {# captions}}",

  "done.mirror.taken":
    "Took over what other programs wrote beside {count, plural, one {# photo} other {# photos}}",
  "done.mirror.resolved":
    "Took the {field, select, rating {rating} flag {flag} colourLabel {colour label} title {title} turn {turn} other {caption}} of {count, plural, one {# photo} other {# photos}} from XMP files",
} as const;
