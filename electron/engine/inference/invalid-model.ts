import { LibraryError } from "../../contract/errors.ts";

/** "Expected one input in FILE but got two": what is wrong with a model's file, or with the card beside it. */
export function invalidModel(
  filePath: string,
  { expected, got }: { expected: string; got: string },
  options?: ErrorOptions,
): LibraryError {
  const message = `Expected ${expected} in ${filePath} but got ${got}`;
  return new LibraryError("model-invalid", message, options);
}
