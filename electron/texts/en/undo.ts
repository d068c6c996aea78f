/** @file Why something is not undone, done again or done at all, in whole sentences. */
export const enUndo = {
  "refused.undo.nothing": "There is nothing to undo.",
  "refused.redo.nothing": "There is nothing to redo.",
  "refused.entry.unknown": "There is no entry {entry} in the history.",
  "refused.undo.undone": "“{sentence}” is undone already.",
  "refused.redo.in-force": "“{sentence}” is in force; it was not undone.",
  "refused.undo.final": "“{sentence}” cannot be undone. {reason}",
  "refused.undo.later":
    "“{sentence}” cannot be undone because another change of the same data was made since: “{obstacle}” (entry {entry}); undo that one first.",
  "refused.redo.later":
    "“{sentence}” cannot be redone because another change of the same data was made since: “{obstacle}” (entry {entry}); undo that one first.",
  "refused.redo.undone":
    "“{sentence}” cannot be redone because another change of the same data was undone since: “{obstacle}” (entry {entry}); redo that one first.",
  "refused.part.undone": "“{sentence}” was undone meanwhile, so nothing more was changed.",
  "refused.undo.newer": "This is a change that only a newer version knows: {kind}.",
  "refused.undo.album.photos": "This album has other photos now. Delete the album instead.",
  "refused.undo.album.name": "Another album is called {name} now. Rename that one first.",
  "refused.undo.folder": "The library has forgotten the folder where {name} was.",
  "refused.undo.tags": "{path} has tags of its own now.",
  "refused.undo.synonym": "{word} is a synonym of the tag {tag} now. Take it from there first.",
  "refused.tag.inside": "The tag {parent} is inside of {tag} now. Move it out first.",
  "refused.tag.taken": "Another tag is called {tag} now. Rename that one first.",
  "refused.tag.name":
    "A tag needs a name without empty parts, such as Places/Portugal/Lisbon, but this is {text}.",
  "refused.tag.same": "This tag is called {tag} already.",
  "refused.synonym.tag": "There is a tag {other} already. Merge it into {tag} instead.",
  "refused.synonym.taken": "{word} is a synonym of the tag {other} already.",
  "refused.album.name":
    "An album needs a name without empty parts or quotation marks, such as Best or Trips/2023, but this is {text}.",
  "refused.album.taken": "There is an album called {name} already.",
  "refused.album.smart": "{name} is a smart album: it holds what its search finds.",
  "refused.album.by-hand": "{name} is an album of photos chosen by hand, so it has no search.",
} as const;
