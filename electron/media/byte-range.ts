/** What a Range header asks of a file: all of it, the bytes `first` to `last`, or nothing that is there. */
export type ByteRange =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly first: number; readonly last: number }
  | { readonly kind: "unsatisfiable" };

/**
 * Reads one range in bytes. Whatever else the header says (several ranges, other units, nonsense) means
 * the whole file, as RFC 9110 §14.2 allows.
 */
export function parseByteRange(header: string | null, sizeBytes: number): ByteRange {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (first === "" && last === "") return { kind: "whole" };
  if (first === "") return fromEnd(Number(last), sizeBytes);
  if (last !== "" && Number(last) < Number(first)) return { kind: "whole" };
  if (Number(first) >= sizeBytes) return { kind: "unsatisfiable" };
  const end = last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return { kind: "part", first: Number(first), last: end };
}

function fromEnd(count: number, sizeBytes: number): ByteRange {
  if (count === 0 || sizeBytes === 0) return { kind: "unsatisfiable" };
  return { kind: "part", first: Math.max(0, sizeBytes - count), last: sizeBytes - 1 };
}
