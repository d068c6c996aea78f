/** @file The texts of photos that are there more than once, by the rules of en.ts. */
export const enDuplicates = {
  "sidebar.duplicates": "Duplicates",
  "sidebar.groups": "{name}, {count, plural, one {# group} other {# groups}}",

  "duplicates.title": "Duplicates",
  "duplicates.kinds": "Kinds of duplicates",
  "duplicates.exact": "Exact copies",
  "duplicates.same-picture": "Same picture",
  "duplicates.bursts": "Bursts",
  "duplicates.exact.text": "Files of the same bytes.",
  "duplicates.same-picture.text":
    "The same picture saved again, in another size, format or compression.",
  "duplicates.bursts.text": "Photos that one camera took within 3 seconds of each other.",
  "duplicates.groups": "{count, plural, one {# group} other {# groups}}",
  "duplicates.groups.size": "{count, plural, one {# group} other {# groups}}, {size}",
  "duplicates.waiting":
    "{count, plural, one {# photo is} other {# photos are}} still to be compared. More groups may come.",
  "duplicates.one-by-one": "One by one",
  "duplicates.apply": "Apply all suggestions",
  "duplicates.previous": "Previous group",
  "duplicates.next": "Next group",

  "duplicates.group.exact":
    "Group {at, number} of {total, number}, exact copies, {count, plural, one {# photo} other {# photos}}",
  "duplicates.group.same-picture":
    "Group {at, number} of {total, number}, same picture, {count, plural, one {# photo} other {# photos}}",
  "duplicates.group.bursts":
    "Group {at, number} of {total, number}, burst, {count, plural, one {# photo} other {# photos}}",
  "duplicates.place": "{at, number} of {total, number}",
  "duplicates.keep": "Keep",
  "duplicates.trash": "Trash",
  "duplicates.open": "Open {name}",
  "duplicates.trash.one": "Trash {name}",
  "duplicates.keep-best": "Keep best, trash {count, number}",
  "duplicates.keep-some": "Keep {kept, number}, trash {count, number}",
  "duplicates.keep-all": "Keep all",
  "duplicates.not": "Not duplicates",
  "duplicates.choose": "Choose one to keep",
  "duplicates.more":
    "{count, plural, one {# more photo of this group} other {# more photos of this group}}",

  "duplicates.is.picked": "picked",
  "duplicates.is.rated": "{count, plural, one {# star} other {# stars}}",
  "duplicates.is.largest": "largest",
  "duplicates.is.least-compressed": "least compressed",
  "duplicates.is.tagged": "has {count, plural, one {# tag} other {# tags}}",
  "duplicates.is.in-albums": "in {count, plural, one {# album} other {# albums}}",
  "duplicates.is.earliest": "oldest file",
  "duplicates.is.same-bytes": "same bytes",
  "duplicates.is.smaller": "{share} of the pixels",
  "duplicates.is.compressed": "{share} of the bytes",
  "duplicates.is.as-large": "same size",

  "duplicates.none": "No duplicates found in {count, plural, one {# photo} other {# photos}}.",
  "duplicates.none.here": "No groups here wait for a decision.",
  "duplicates.checked": "Every photo was compared again.",

  "duplicates.trashed":
    "{count, plural, one {# photo} other {# photos}} moved to trash. {left, plural, one {# group} other {# groups}} left.",
  "duplicates.stay":
    "{count, plural, one {# copy stays} other {# copies stay}}, because what is kept is not where it was.",
  "duplicates.kept":
    "{count, plural, one {# photo} other {# photos}} kept. {left, plural, one {# group} other {# groups}} left.",
  "duplicates.apart":
    "{count, plural, one {# photo} other {# photos}} set apart. {left, plural, one {# group} other {# groups}} left.",
  "trash.keeping":
    "{count, plural, one {One photo is kept} other {# photos are kept}}, and {count, plural, one {gets} other {get}} the tags, albums, stars, captions and dates that only {count, plural, one {its} other {their}} copies have.",
} as const;
