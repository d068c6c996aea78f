/** @file The texts of giving tags to photos, and of labels that become tags, by the rules of en.ts. */
export const enTagging = {
  "tag.add": "Add tag",
  "tag.placeholder": "Add tag",
  "tag.title": "{count, plural, one {Tag # photo} other {Tag # photos}}",
  "tag.title.one": "Tag {name}",
  "tag.remove": "Remove tag {tag}",
  "tag.remove.name": "Remove tag",
  "tag.remove.title":
    "{count, plural, one {Remove a tag from # photo} other {Remove a tag from # photos}}",
  "tag.remove.title.one": "Remove a tag from {name}",
  "tag.remove.none":
    "{count, plural, one {This photo has no tag.} other {These photos have no tag.}}",
  "tag.imported": "From the file",
  "tag.mine": "Make mine",
  "tag.mine.of": "Make {tag} mine",
  "tag.suggestions": "Tags",
  "tag.added":
    "{count, plural, =0 {Every photo has the tag {tag} already.} one {Tagged # photo with {tag}.} other {Tagged # photos with {tag}.}}",
  "tag.removed":
    "{count, plural, =0 {No photo had the tag {tag}.} one {Removed {tag} from # photo.} other {Removed {tag} from # photos.}}",
  "tag.adding":
    "{count, plural, one {Tagging # photo with {tag}…} other {Tagging # photos with {tag}…}}",
  "tag.removing":
    "{count, plural, one {Removing {tag} from # photo…} other {Removing {tag} from # photos…}}",

  "tag.box.on": "{count, plural, one {On this photo} other {On these photos}}",
  "tag.box.favourites": "Favourites",
  "tag.box.recent": "Recent",
  "tag.box.matches": "Tags",
  "tag.box.new": "New",
  "tag.box.create": "Create {tag}",
  "tag.box.none": "No tags yet. Type one.",
  "tag.box.no-match": "No tag of these photos begins so.",
  "tag.box.reading": "Reading tags…",
  "tag.box.some": "{count, number} of {total, number}",
  "tag.box.name.all": "{tag}, all, {count, number} of {total, number}",
  "tag.box.name.some": "{tag}, some, {count, number} of {total, number}",
  "tag.box.name.none": "{tag}, none",
  "tag.box.name.one": "{tag}, {count, plural, one {# photo} other {# photos}}",
  "tag.box.name.key": "{name}, key {key}",
  "tag.box.restored": "{tag} is as it was.",
  "tag.box.keys": "↑ ↓ choose · Enter adds · / makes a level",
  "tag.box.keys.remove": "↑ ↓ choose · Enter removes",

  "selection.tag": "Add tag",
  "selection.similar": "Find similar",

  "menu.recent-tags": "Recent tags",
  "menu.remove-tag": "Remove tag",
  "menu.reading": "Reading…",
  "menu.no-tags": "No tags",
  "menu.make-tag": "Make it a tag",

  "search.chip.menu.edit": "Edit",
  "search.chip.menu.remove": "Remove",

  "label-tag.title": "Make “{label}” a tag",
  "label-tag.text":
    "The model’s label stays as it is. Your tag goes to the photos below, and stays.",
  "label-tag.name": "Name",
  "label-tag.parent": "Inside of",
  "label-tag.parent.placeholder": "At the top",
  "label-tag.parents": "Tags to put it in",
  "label-tag.sure": "How sure",
  "label-tag.sure.value": "at least {percent}",
  "label-tag.scope": "Only photos of this search: {query}",
  "label-tag.adds":
    "{count, plural, =0 {Adds {tag} to no photo.} one {Adds {tag} to # photo.} other {Adds {tag} to # photos.}}",
  "label-tag.have": "{count, plural, one {# has it already.} other {# have it already.}}",
  "label-tag.rejected":
    "{count, plural, one {# you rejected is left out.} other {# you rejected are left out.}}",
  "label-tag.least-sure": "Least sure",
  "label-tag.least-sure.name": "{name}, among the least sure",
  "label-tag.make": "Make it a tag",
} as const;
