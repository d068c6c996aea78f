import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { en as toldEn } from "../../../electron/texts/en/en.ts";
import { es as toldEs } from "../../../electron/texts/es/es.ts";
import { pt as toldPt } from "../../../electron/texts/pt/pt.ts";
import type { ToldKey } from "../../../electron/texts/tell.ts";
import { en as windowEn, type MessageKey } from "../../../renderer/src/messages/en.ts";
import { es as windowEs } from "../../../renderer/src/messages/es/es.ts";
import { languages, languageTags } from "../../../electron/contract/language.ts";
import { pt as windowPt } from "../../../renderer/src/messages/pt/pt.ts";

/** Of the window, and of what the engine tells. */
type TextKey = MessageKey | ToldKey;
const en = { ...windowEn, ...toldEn };
const es = { ...windowEs, ...toldEs };
const pt = { ...windowPt, ...toldPt };
const keys = Object.keys(en) as TextKey[];
const catalogs = { en, es, pt } as const satisfies Record<(typeof languages)[number], unknown>;
const translated = [
  ["es", es],
  ["pt", pt],
] as const;

/** Names, units and signs, which are the same everywhere. */
const names = [
  "compass.north",
  "compass.south",
  "detail.iso",
  "detail.role.raw",
  "detail.role.sidecar",
  "detail.sidecar",
  "exchange.format.csv",
  "exchange.format.jsonl",
  "export.format.jpeg",
  "export.format.png",
  "export.format.webp",
  "filters.iso",
  "folder.sidecars",
  "form.field.iso",
  "grid-page.seconds.value",
  "grid-page.size.value",
  "key.alt",
  "key.ctrl",
  "key.escape",
  "settings.sidecars",
  "shell.zoom",
  "sidecars-page.name.full",
  "sidecars-page.name.stem",
  "zoom.name",
] as const satisfies readonly TextKey[];

/** Texts that happen to be the same words as in English. */
const sameAsEnglish: Readonly<Record<"es" | "pt", readonly TextKey[]>> = {
  es: [...names, "colour.red.letter", "compass.east", "tile.similarity"],
  // Keyboards of Brazil say it in English.
  pt: [
    ...names,
    "export.size.px",
    "filters.size",
    "form.field.size",
    "key.backspace",
    "key.delete",
    "key.end",
    "key.enter",
    "key.home",
    "key.menu",
    "key.page-down",
    "key.page-up",
    "key.shift",
    "machine.summary.cpu",
    "machine.system.driver",
  ],
};

/** Words of the house with how each language says them: where English has the one, a translation has the other. */
const glossary: readonly (readonly [english: RegExp, es: RegExp, pt: RegExp])[] = [
  [/\bphotos?\b/, /\bfotos?\b/, /\bfotos?\b/],
  [/\bfolders?\b/, /\bcarpetas?\b/, /\bpastas?\b/],
  [/\blibrary\b/, /\bbiblioteca\b/, /\bbiblioteca\b/],
  [/\btag(s|ged|ging)?\b/, /\betiqueta/, /\betiqueta/],
  [/\blabel(s|led)?\b/, /\brótulos?\b/, /\brótulos?\b/],
  [/\balbums?\b/, /álbum(es)?\b/, /álbu(m|ns)\b/],
  [/\bthumbnails?\b/, /\bminiaturas?\b/, /\bminiaturas?\b/],
  [/\bpreviews\b/, /\bvistas previas\b/, /\bprévias\b/],
  [/\bcaptions?\b/, /\bdescripci(ón|ones)\b/, /\blegendas?\b/],
  [/\bstars?\b/, /\bestrellas?\b/, /\bestrelas?\b/],
  [/\bflag\b/, /\bbandera\b/, /\bbandeira\b/],
  [/\btrash\b/, /\bpapelera\b/, /\blixeira\b/],
  [/\bundo\b/, /\bdeshac/, /\bdesf[ae]/],
  [/\bsidecars?\b/, /\bsidecars?\b/, /\bsidecars?\b/],
  [/\bmodels?\b/, /\bmodelos?\b/, /\bmodelos?\b/],
  [/\bviewer\b/, /\bvisor\b/, /\bvisualizador\b/],
  [/\bcamera\b/, /\bcámara\b/, /\bcâmera\b/],
];

/** Where the English word is one of the search's own, or a colour's, which is called a color alone. */
const freeWords: readonly TextKey[] = [
  "help.colour",
  "help.video",
  "sidecar.field.colourLabel",
  "needs.confidence",
  "needs.type",
  "imported.colour",
  "done.mirror.resolved",
];

/** What the parser calls text between arguments. */
const LITERAL = 0;

/** A piece of a text, as the parser tells it. */
interface Piece {
  readonly type: number;
  /** The text, or the name of the argument. */
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Piece[] }>>;
}

test("no text of the window has the key of one that the engine tells", () => {
  expect(keys).toHaveLength(Object.keys(windowEn).length + Object.keys(toldEn).length);
});

test.each(translated)("every text in %s takes what the English one takes", (language, texts) => {
  const differing = keys.filter(
    (key) => argumentsOf(texts[key], language) !== argumentsOf(en[key], "en"),
  );

  expect(differing).toEqual([]);
});

test.each(translated)("every plural in %s has the forms of the English one", (language, texts) => {
  const differing = keys.filter((key) => formsOf(texts[key], language) !== formsOf(en[key], "en"));

  // One and other are all the forms that both languages need; "many" is for whole millions and falls back to other.
  expect(differing).toEqual([]);
});

test.each(translated)("no text in %s was left in English", (language, texts) => {
  const same = keys.filter(
    (key) => texts[key] === en[key] && /\p{L}/u.test(wordsOf(en[key], "en")),
  );

  expect(same.toSorted()).toEqual(sameAsEnglish[language].toSorted());
});

test.each(translated)("the words of the house are the same throughout in %s", (language, texts) => {
  const strange = keys
    .filter((key) => !key.endsWith(".words") && !freeWords.includes(key))
    .flatMap((key) => {
      const [english, own] = [wordsOf(en[key], "en"), wordsOf(texts[key], language)];
      return glossary
        .filter(([word, es, pt]) => word.test(english) && !(language === "es" ? es : pt).test(own))
        .map(([word]) => `${key}: ${word.source}`);
    });

  expect(strange).toEqual([]);
});

test.each(translated)(
  "nobody is shouted at in %s, and quotes and dots are as in English",
  (_, texts) => {
    const strange = keys.filter((key) => {
      // What a plural ends with stands before its braces.
      const [english, own] = [en[key], texts[key]].map((text) => text.replace(/[}\s]+$/, "")) as [
        string,
        string,
      ];
      return (
        /[!¡]/.test(own) ||
        own.includes("...") ||
        own.endsWith(".") !== english.endsWith(".") ||
        own.endsWith("…") !== english.endsWith("…") ||
        texts[key].trim() !== texts[key]
      );
    });

    expect(strange).toEqual([]);
  },
);

test("the letters of colours can be told apart in every language", () => {
  const colours = ["red", "yellow", "green", "blue", "purple"] as const;

  for (const texts of Object.values(catalogs)) {
    const letters = colours.map((colour) => texts[`colour.${colour}.letter`]);
    expect(new Set(letters).size, letters.join()).toBe(colours.length);
  }
});

/** Names and kinds of all arguments, each once, in the order of the alphabet. */
function argumentsOf(text: string, language: keyof typeof catalogs): string {
  const found = new Set<string>();
  visit(piecesOf(text, language), ({ type, value }) => {
    if (type !== LITERAL && value !== undefined) found.add(`${value}:${type}`);
  });
  return [...found].toSorted().join(" ");
}

/** The forms of each argument that has some, all of its uses together: a sentence may need one more or fewer of them. */
function formsOf(text: string, language: keyof typeof catalogs): string {
  const forms = new Map<string, Set<string>>();
  visit(piecesOf(text, language), ({ value = "", options }) => {
    if (!options) return;
    const own = forms.get(value) ?? new Set();
    for (const form of Object.keys(options)) own.add(form);
    forms.set(value, own);
  });
  return [...forms]
    .map(([name, own]) => `${name}: ${[...own].toSorted().join(" ")}`)
    .toSorted()
    .join("; ");
}

/** What is written between the arguments, in small letters. */
function wordsOf(text: string, language: keyof typeof catalogs): string {
  const words: string[] = [];
  visit(piecesOf(text, language), ({ type, value = "" }) => {
    if (type === LITERAL) words.push(value);
  });
  return words.join(" ").toLowerCase();
}

function piecesOf(text: string, language: keyof typeof catalogs): readonly Piece[] {
  const options = { ignoreTag: true };
  return new IntlMessageFormat(text, languageTags[language], undefined, options).getAst();
}

function visit(pieces: readonly Piece[], see: (piece: Piece) => void): void {
  for (const piece of pieces) {
    see(piece);
    for (const { value } of Object.values(piece.options ?? {})) visit(value, see);
  }
}
