/** @file What is the matter with the XMP file beside a photo: "Expected … but …", as the log and the command line have it. */
export const enXmp = {
  "xmp.photo-gone": "Expected a photo at {photo} but there is none; nothing is written for it",
  "xmp.no-file":
    "Expected {file} to be a file of at most {most} MB but it is not; it stays as it is",
  "xmp.unreadable": "Expected a readable file at {file} but the system said {said}",
  "xmp.no-room": "Expected room for {file} but got {said}",
  "xmp.read-only": "Expected to write {name} into {folder} but it is read-only ({said})",
  "xmp.unwritable": "Expected to write {file} but the system said {said}",
  "xmp.restless": "Expected {file} to rest but another program keeps writing it; it stays as it is",
  "xmp.many-tags": "Expected fewer than {most} tags for {name} but got {count}; it stays as it is",
} as const;
