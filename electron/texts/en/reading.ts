/** @file What is the matter with a file that could not be shown, more exactly than its code says: whole sentences. `said`: a decoder's or the system's own words. */
export const enReading = {
  "reading.gone": "There is no file at {path}.",
  "reading.not-permitted": "Its permissions do not let your account read it ({said}).",
  "reading.disk": "The disk could not hand it out ({said}).",
  "reading.name": "The disk has bytes in its name that are no text.",
  "reading.empty": "The file is empty.",
  "reading.cut-off": "The {format} ends before its picture does ({said}).",
  "reading.damaged": "The {format} is damaged ({said}).",
  "reading.damaged.somehow": "The {format} is damaged; its decoder says no more.",
  "reading.bmp-size": "The BMP claims a size of {size} pixels.",
  "reading.exiftool": "exiftool could not read it ({said}).",
  "reading.format": "It is a file of the format {format}, which is not opened here.",
  "reading.format.unknown": "What is in it is no picture of a known format.",
  "reading.variety": "The decoder does not open pictures of this variety ({said}).",
  "reading.raw.no-preview":
    "The RAW file holds no JPEG of the camera’s, which is what is shown of RAW files.",
  "reading.too-large":
    "It has {size} pixels, which take {needed} MB of memory to decode; the limit is {limit} MB.",
  "reading.memory": "It did not fit into memory ({said}).",
  "reading.timeout": "Reading it was given up, so that it holds up no other photo.",
  "reading.crashed":
    "It ended the reader of photos twice. Try again when Semblance or the file has changed.",
  "reading.engine-stopped": "The engine kept stopping while it read this file.",
  "reading.exiftool.perl": "Perl, which exiftool runs on, is not installed on this computer.",
  "reading.exiftool.none": "exiftool is not part of this installation.",
} as const;
