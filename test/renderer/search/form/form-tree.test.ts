import { expect, test } from "vitest";
import { parseQuery } from "../../../../electron/engine/search/parse-query.ts";
import { readTree } from "../../../../electron/engine/search/read-tree.ts";
import {
  formText,
  newGroup,
  newRow,
  toForm,
} from "../../../../renderer/src/search/form/form-tree.ts";

test.each([
  "",
  "dog",
  '"New York"',
  '"OR"',
  '"foo:bar"',
  '"-5"',
  "(label:dog OR label:cat) -tag:work",
  'label:"golden retriever">0.8',
  "-(a OR b)",
  "-(a b)",
  "--a",
  "-(-a OR b)",
  "a OR (b c) OR -d",
  'album:"Trips/2023" album:#12',
  "taken:2023-05..2024-01 -taken:2020..",
  "taken:2023.. taken:..2024-02",
  "rating:>=4 -rating:3 iso:<800 aperture:2.8",
  "flag:pick -colour:none is:video has:gps",
  'folder:"/my photos" camera:canon lens:50mm name:IMG_20',
])("the form gives back the search %j that it was opened with", (query) => {
  const text = formText(toForm(readTree(query)));

  expect(readTree(text)).toEqual(readTree(query));
});

test("the contrary of a comparison is another comparison", () => {
  expect(formText(toForm(readTree("-rating:>=3 -iso:<800")))).toBe("rating:<3 iso:>=800");
});

test("rows without a value and groups without rows say nothing, and every text can be searched", () => {
  const words = { ...newRow(), value: 'say "hi" (now)' };
  const from = { ...newRow("taken"), operator: "from" as const, value: "2023" };
  const form = newGroup("all", [
    newRow(),
    newGroup("any", []),
    newGroup("none", [newGroup("all", [words, from])]),
    newGroup("any", [{ ...newRow("label"), value: "tabby cat > 0.5" }]),
  ]);

  const text = formText(form);

  expect(text).toBe('-("say hi (now)" taken:2023..) label:"tabby cat">0.5');
  expect(() => parseQuery(text)).not.toThrow();
  expect(formText(newGroup("none", [newRow()]))).toBe("");
});
