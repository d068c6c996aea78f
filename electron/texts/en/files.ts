/** @file Why a folder or a file is not taken, in whole sentences. */
export const enFiles = {
  "refused.folder.library":
    "{path} belongs to the library {library}, so it is no folder of photos.",
  "refused.folder.same": "{path} is the same folder as {other}, which is watched already.",
  "refused.folder.inside": "{path} is inside {other}, which is watched already.",
  "refused.folder.holds": "{path} holds {other}, which is watched already; remove that one first.",
  "refused.folder.denied": "Your account may not read {path}.",
  "refused.folder.nothing": "There is nothing to read at {path}.",
  "refused.folder.file": "{path} is a file, not a folder.",
  "refused.folder.mismatch":
    "The photos of {folder} are not at {path}: {found, number} of {sampled, number} that were looked for are there.",
  "refused.photo.mismatch": "{file} holds another picture than {photo} did.",
  "refused.file.claimed": "{file} belongs to another photo of the library.",
  "refused.file.outside":
    "{file} is in no folder of the library. Add its folder, and the photo is recognised by what is in it.",
  "refused.file.kind": "{file} is neither a photo nor a video.",
  "refused.file.missing": "There is no file at {file}.",
} as const;
