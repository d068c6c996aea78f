/** @file The texts of stars, flags, colour labels, titles and captions, by the rules of en.ts. */
export const enValues = {
  "rating.name": "Rating",
  "rating.none": "No stars",
  "rating.stars": "{count, plural, one {# star} other {# stars}}",
  "flag.name": "Flag",
  "flag.pick": "Pick",
  "flag.reject": "Reject",
  "flag.none": "No flag",
  "flag.picked": "picked",
  "flag.rejected": "rejected",
  "colour.name": "Colour",
  "colour.none": "No colour",
  "colour.red": "Red",
  "colour.yellow": "Yellow",
  "colour.green": "Green",
  "colour.blue": "Blue",
  "colour.purple": "Purple",
  "colour.red.letter": "R",
  "colour.yellow.letter": "Y",
  "colour.green.letter": "G",
  "colour.blue.letter": "B",
  "colour.purple.letter": "P",
  "title.name": "Title",
  "title.placeholder": "Add a title",
  "caption.name": "Caption",
  "caption.placeholder": "Add a caption",
  "value.from-file": "from the file",
  "value.take-back": "Use the file’s",
  "value.take-back.of": "Use the file’s {name}",

  "set.going": "{count, plural, one {Changing # photo…} other {Changing # photos…}}",
  "set.rating":
    "{count, plural, =0 {No photo changed.} one {Rated # photo {stars, plural, one {# star} other {# stars}}.} other {Rated # photos {stars, plural, one {# star} other {# stars}}.}}",
  "set.rating.none":
    "{count, plural, =0 {No photo changed.} one {Took the stars from # photo.} other {Took the stars from # photos.}}",
  "set.flag.pick":
    "{count, plural, =0 {No photo changed.} one {Picked # photo.} other {Picked # photos.}}",
  "set.flag.reject":
    "{count, plural, =0 {No photo changed.} one {Rejected # photo.} other {Rejected # photos.}}",
  "set.flag.none":
    "{count, plural, =0 {No photo changed.} one {Took the flag from # photo.} other {Took the flag from # photos.}}",
  "set.colour":
    "{count, plural, =0 {No photo changed.} one {Gave # photo the colour {colour}.} other {Gave # photos the colour {colour}.}}",
  "set.colour.none":
    "{count, plural, =0 {No photo changed.} one {Took the colour from # photo.} other {Took the colour from # photos.}}",
  "set.title":
    "{count, plural, =0 {No photo changed.} one {Replaced the title of # photo.} other {Replaced the title of # photos.}}",
  "set.caption":
    "{count, plural, =0 {No photo changed.} one {Replaced the caption of # photo.} other {Replaced the caption of # photos.}}",
  "set.taken-back":
    "{count, plural, =0 {No photo changed.} one {What the file says holds for # photo.} other {What the file says holds for # photos.}}",

  "marks.mixed": "Mixed",

  "mark.confirm.rating": "Press {key} again to rate {count, number} photos.",
  "mark.confirm.flag": "Press {key} again to flag {count, number} photos.",
  "mark.confirm.colour": "Press {key} again to colour {count, number} photos.",
  "viewer.only-this": "Marks and tags go to this photo only, not to the {count, number} selected.",

  "keys.rating": "Stars; 0 takes them away",
  "keys.flag": "Pick, reject, no flag",
  "keys.colour": "Red, yellow, green, blue; again takes the colour away",
  "keys.mark-next": "The same for every mark, then the next photo; also with Caps Lock",
} as const;
