import type { RequestOutput } from "../../../electron/contract/requests.ts";
import { fromWireError, LibraryError, type WireError } from "../../../electron/contract/errors.ts";
import { droppedPictureUrl } from "./media-url.ts";

/** A picture from outside the library, as the engine knows it. */
export interface SentPicture extends RequestOutput<"picture.open"> {
  /** A small copy as a data URL; undefined where the browser cannot read the format. */
  readonly thumbnail: string | undefined;
  readonly origin: PictureOrigin;
}

/** How a picture came from outside. */
export type PictureOrigin = "clipboard" | "file";

/** The height at which a part of it can be chosen. */
const THUMBNAIL_PX = 480;
const UNNAMED = "picture";
const TOO_LARGE = 413;
/** It was received, and is no picture that can be opened; the body says why. */
const UNPROCESSABLE = 422;

/** The picture among what was dropped or pasted, if there is one. */
export function pictureIn(data: DataTransfer | null): File | undefined {
  const items = [...(data?.items ?? [])].filter(({ kind }) => kind === "file");
  return (
    items
      // A folder has no type either, and no bytes.
      .filter((item) => item.webkitGetAsEntry()?.isDirectory !== true)
      .flatMap((item) => item.getAsFile() ?? [])
      // Raw formats and HEIC have no type in many browsers; the engine looks at the content.
      .find(({ type }) => type === "" || type.startsWith("image/"))
  );
}

/** Hands a picture that was dropped or pasted to the engine. Rejects with a LibraryError that says what is wrong. */
export async function sendPicture(file: File, origin: PictureOrigin): Promise<SentPicture> {
  const address = droppedPictureUrl(file.name || UNNAMED);
  if (address === undefined) throw new LibraryError("engine-unavailable", "expected a library");
  // Without a type the request is a simple one, which needs no other request before it.
  const response = await fetch(address, { method: "POST", body: new Blob([file]) });
  if (response.ok) {
    const opened = (await response.json()) as RequestOutput<"picture.open">;
    return { ...opened, thumbnail: await toThumbnail(file), origin };
  }
  if (response.status === UNPROCESSABLE) throw fromWireError((await response.json()) as WireError);
  const code = response.status === TOO_LARGE ? "image-too-large" : "unexpected";
  throw new LibraryError(code, `expected an answer but got status ${response.status}`);
}

async function toThumbnail(file: File): Promise<string | undefined> {
  try {
    const bitmap = await createImageBitmap(file, { resizeHeight: THUMBNAIL_PX });
    const canvas = document.createElement("canvas");
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return canvas.toDataURL("image/jpeg");
  } catch {
    return undefined; // What the engine decodes and the browser does not: its name has to do.
  }
}
