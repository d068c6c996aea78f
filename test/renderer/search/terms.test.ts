import { expect, test } from "vitest";
import {
  exchangeTerms,
  isSameTerm,
  joinQuery,
  labelConfidence,
  labelWord,
  parseTerm,
  splitQuery,
  termText,
  withLabelWord,
  type Term,
} from "../../../renderer/src/search/terms.ts";

const typed = { isTyping: true };
const whole = { isTyping: false };

test("complete terms become chips, words stay text", () => {
  expect(splitQuery('beach -tag:"New York" label:dog sunny', whole)).toEqual({
    terms: [
      { isNegated: true, field: "tag", value: "New York" },
      { isNegated: false, field: "label", value: "dog" },
    ],
    rest: "beach   sunny",
  });
});

test("the term being typed stays text until a space follows it", () => {
  expect(splitQuery("label:do", typed)).toEqual({ terms: [], rest: "label:do" });
  expect(splitQuery("label:dog ", typed).terms).toHaveLength(1);
});

test("an open quote is not complete", () => {
  expect(splitQuery('tag:"New ', typed)).toEqual({ terms: [], rest: 'tag:"New ' });
  expect(splitQuery('tag:"New York', whole).terms).toEqual([]);
});

test("alternatives and groups stay as they were written", () => {
  for (const text of ["label:cat OR label:dog", "(label:cat)", "-(tag:work)"]) {
    expect(splitQuery(text, whole)).toEqual({ terms: [], rest: text });
  }
  expect(splitQuery('tag:"cats OR dogs"', whole).terms).toHaveLength(1);
});

test("f: is a key only before a number", () => {
  expect(splitQuery("f:<=2.8 f:2 f:beach", whole).terms.map(termText)).toEqual(["f:<=2.8", "f:2"]);
});

test("terms beside a group are chips, and those in it are not", () => {
  const { terms, rest } = splitQuery("rating:>=3 (label:cat OR label:dog) iso:800", whole);

  expect(terms.map(termText)).toEqual(["rating:>=3", "iso:800"]);
  expect(joinQuery(terms, rest).replaceAll(/ +/g, " ")).toBe(
    "rating:>=3 iso:800 (label:cat OR label:dog)",
  );
});

test("a term takes the place of others, or comes last", () => {
  const { terms } = splitQuery("iso:>=100 label:dog iso:<=800", whole);
  const isIso = ({ field }: Term) => field === "iso";
  const exact = { isNegated: false, field: "iso", value: "400" } as const;

  const texts = (found: { readonly terms: readonly Term[] }) => found.terms.map(termText);
  expect(texts(exchangeTerms({ terms, rest: "" }, isIso, [exact]))).toEqual([
    "iso:400",
    "label:dog",
  ]);
  expect(texts(exchangeTerms({ terms, rest: "" }, isIso, []))).toEqual(["label:dog"]);
  expect(texts(exchangeTerms({ terms: [], rest: "beach" }, isIso, [exact]))).toEqual(["iso:400"]);
});

test("a term beside alternatives holds for all of them", () => {
  const exact = { isNegated: false, field: "iso", value: "400" } as const;
  const dog = { isNegated: false, field: "label", value: "dog" } as const;

  const typed = exchangeTerms({ terms: [dog], rest: "OR label:cat" }, () => false, [exact]);
  expect(joinQuery(typed.terms, typed.rest)).toBe("iso:400 (label:dog OR label:cat)");
  const grouped = exchangeTerms({ terms: [], rest: "(a OR b)" }, () => false, [exact]);
  expect(joinQuery(grouped.terms, grouped.rest)).toBe("iso:400 (a OR b)");
});

test("a key that the language does not know is a word", () => {
  expect(splitQuery("http://example C:\\photos weight:large", whole).terms).toEqual([]);
});

test.each([
  "label:dog",
  '-tag:"New York"',
  "taken:2023-05..2024-01",
  "rating:>=3",
  "is:untagged",
  'folder:"C:\\My photos"',
])("%s comes back as it was", (text) => {
  const { terms, rest } = splitQuery(text, whole);

  expect(terms.map(termText)).toEqual([text]);
  expect(joinQuery(terms, rest)).toBe(text);
});

test("terms and text make one query", () => {
  expect(joinQuery([{ isNegated: false, field: "is", value: "untagged" }], "  beach ")).toBe(
    "is:untagged beach",
  );
  expect(joinQuery([], "")).toBe("");
});

test("terms are the same whatever their case", () => {
  const dog = { isNegated: false, field: "label", value: "Dog" } as const;

  expect(isSameTerm(dog, { ...dog, value: "dog" })).toBe(true);
  expect(isSameTerm(dog, { ...dog, isNegated: true })).toBe(false);
});

test("a label may say how sure the model has to be, also after a quoted name", () => {
  const { terms, rest } = splitQuery('label:dog>0.8 label:"tabby cat">=0.5', whole);

  expect(terms.map(({ value }) => value)).toEqual(["dog>0.8", "tabby cat>=0.5"]);
  expect(terms.map(labelWord)).toEqual(["dog", "tabby cat"]);
  expect(terms.map(termText)).toEqual(["label:dog>0.8", 'label:"tabby cat>=0.5"']);
  expect(rest.trim()).toBe("");
  expect(parseTerm('tag:"New York">3')).toBeUndefined();
});

test("another word takes a label's place, its minus and its confidence stay", () => {
  const term = { isNegated: true, field: "label", value: "crane>0.8" } as const;

  expect(termText(withLabelWord(term, "crane (machine)"))).toBe('-label:"crane (machine)>0.8"');
  expect(termText(withLabelWord({ ...term, value: "grane" }, '"golden retriever"'))).toBe(
    '-label:"golden retriever"',
  );
});

test("a label may say how sure the model has to be", () => {
  const values = ["dog", "dog>0.8", "tabby cat>=0.25", "dog>", "dog>7"];
  const asked = values.map((value) => labelConfidence({ isNegated: false, field: "label", value }));

  expect(asked).toEqual([undefined, 0.8, 0.25, undefined, undefined]);
});
