/** @file Why a row or a file of an import is left out, or the whole of it refused, and where in it: "Expected … but got …", as the command line has it. */
export const enImports = {
  "import.place.line": "line {line}",
  "import.place.image": "image {image}",
  "import.expected": "Expected {what} but got {got}",
  "import.none": "none",
  "import.nothing": "nothing",
  "import.row": "a row with a path",
  "import.path": "a path",
  "import.fingerprint": "a fingerprint of 64 hexadecimal digits",
  "import.tags": "tags of at most 500 characters",
  "import.tags.quote": "tags with a closed quote",
  "import.rating": "a rating of 0 to 5",
  "import.flag": "the flag pick, reject or none",
  "import.colour": "the colour red, yellow, green, blue, purple or none",
  "import.title": "a title of at most 1,000 characters",
  "import.caption": "a caption of at most 10,000 characters",
  "import.fields": "{count} fields",
  "import.json": "a JSON object",
  "import.photo.none":
    "Expected a photo of the library but there is none there, nor one like it: {path}",
  "import.photo.several": "Expected one photo of the library but {count} could be meant: {path}",
  "import.contradiction": "Expected the {field} of {path} that {earlier} gives but got another one",
  "import.xmp.other": "Expected XMP in {file} but got something else",
  "import.control-characters": "expected a {field} without control characters but got {got}",
  "import.refused.columns":
    'Expected the names of columns, "path" among them, in the first line of {path} but got {got}',
  "import.refused.long-line": "Expected lines of at most {most} characters but got a longer one",
  "import.refused.bytes": "Expected text in UTF-8 in {path} but got other bytes",
  "import.refused.quote":
    "Expected the quote that opens a field in line {line} of {source} to be closed before the next separator or line end",
  "import.refused.kind":
    "Expected a .csv or .jsonl file, a folder of XMP files or digiKam’s database but got {path}",
  "import.refused.database": "Expected a database at {file} but SQLite said: {said}",
} as const;
