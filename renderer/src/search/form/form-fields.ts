import { colourLabels, flags, orientations } from "../../../../electron/contract/value-names.ts";

export type FieldKind = "text" | "choice" | "date" | "number";

interface FieldRow {
  readonly kind: FieldKind;
  /** Of a choice, as the language has them. */
  readonly values?: readonly string[];
}

/** What a condition can be about, in the order in which it is offered. */
export const formFields = {
  words: { kind: "text" },
  label: { kind: "text" },
  tag: { kind: "text" },
  folder: { kind: "text" },
  album: { kind: "text" },
  taken: { kind: "date" },
  added: { kind: "date" },
  rating: { kind: "number" },
  flag: { kind: "choice", values: [...flags, "none"] },
  colour: { kind: "choice", values: [...colourLabels, "none"] },
  name: { kind: "text" },
  camera: { kind: "text" },
  lens: { kind: "text" },
  iso: { kind: "number" },
  aperture: { kind: "number" },
  size: { kind: "number" },
  orientation: { kind: "choice", values: orientations },
  is: {
    kind: "choice",
    values: [
      "untagged",
      "missing",
      "failed",
      "review",
      "indexed",
      "photo",
      "video",
      "conflict",
      "unwritten",
    ],
  },
  has: { kind: "choice", values: ["gps"] },
  place: { kind: "text" },
  entry: { kind: "text" },
} as const satisfies Record<string, FieldRow>;

export type FormField = keyof typeof formFields;

export function kindOf(field: FormField): FieldKind {
  return formFields[field].kind;
}

export function valuesOf(field: FormField): readonly string[] {
  const row: FieldRow = formFields[field];
  return row.values ?? [];
}
