import { LibraryError } from "../../contract/errors.ts";
import type { Region } from "../../contract/similar.ts";
import { dominantColour } from "../imaging/colour.ts";
import { decodePhoto, type DecodeOptions } from "../imaging/decode.ts";
import type { DecodedImage, DecodedPhoto } from "../imaging/decoded-image.ts";
import { writeCopy } from "../imaging/export-copy.ts";
import { toFileError } from "../imaging/file-errors.ts";
import { readFingerprint } from "../imaging/fingerprint.ts";
import { greyPicture } from "../imaging/grey-picture.ts";
import type { Turn } from "../imaging/memory-lane.ts";
import { hashPixels } from "../imaging/pixel-hash.ts";
import { readPictureLook } from "../imaging/picture-look.ts";
import { writePreview } from "../imaging/preview.ts";
import { libvipsVersion, sharpVersion } from "../imaging/sharp.ts";
import { indexingSize, regionSize } from "../imaging/target-size.ts";
import { writeThumbnail } from "../imaging/thumbnail.ts";
import { turnRendition } from "../imaging/turn-rendition.ts";
import type { Inference } from "../inference/inference.ts";
import type { PictureMaps } from "../inference/maps/picture-maps.ts";
import { MapThread } from "../inference/maps/start-maps.ts";
import { seenPart } from "../inference/seen-part.ts";
import { tensorLength, writeTensor } from "../inference/preprocess.ts";
import { turnTensor } from "../inference/turn-tensor.ts";
import { InferenceThread } from "../inference/start-inference.ts";
import { readVideo } from "../metadata/video/read-video.ts";
import type { VideoFacts } from "../metadata/video/video-facts.ts";
import { log } from "../support/log.ts";
import type { Outcome, WorkerCall, WorkerSettings } from "./messages.ts";
import type { LookOptions, ShownPhoto, WorkerReport } from "./photo-worker.ts";
import { readFacts } from "./read-facts.ts";
import { TensorShelf } from "./tensor-shelf.ts";

/** Where the worker's calls are answered: pixels on this thread, the model on its own. */
export class PhotoDesk {
  readonly #settings: WorkerSettings;
  readonly #inference: InferenceThread;
  readonly #maps: MapThread;
  readonly #shelf = new TensorShelf();

  constructor(settings: WorkerSettings) {
    const { provider: choice, ...rest } = settings;
    this.#settings = settings;
    this.#inference = new InferenceThread({ ...rest, ...(choice && { choice }) });
    this.#maps = new MapThread(settings.model);
  }

  /** Rejects with a LibraryError where the file or the model is at fault. Tells `turn` when a file waits for memory. */
  async answer(call: WorkerCall, turn: Turn): Promise<Outcome> {
    switch (call.kind) {
      case "report":
        return done(await this.#report());
      case "fingerprint":
        return done(await readFingerprint(call.path));
      case "video":
        return done(await readVideoFacts(call.path));
      case "facts":
        return done(await readFacts(call.path, call.sidecars));
      case "render":
        return done(await this.#render(call, turn));
      case "infer":
        return this.#infer(call.tensor);
      case "look":
        return done(await this.#look(call.path, { ...call, turn }));
      case "picture-look":
        return done(await this.#pictureLook(call.path));
      case "maps":
        return done(await this.#mapsOf(call, turn));
      case "grey":
        return done(await this.#grey(call, turn));
      case "preview":
        await writePreview(call.path, call.previewPath, { turn });
        return done(undefined);
      case "turn":
        await turnRendition(call.path, call.turnedPath, call.rendition);
        return done(undefined);
      case "copy":
        await writeCopy(call.path, call.copyPath, { ...call.settings, turn });
        return done(undefined);
      case "thumbnail":
        await this.#thumbnail(call, turn);
        return done(undefined);
    }
  }

  async #report(): Promise<WorkerReport> {
    const { execution, reasons, counts, onnxruntime } = await this.#inference.ready;
    const { provider } = execution;
    for (const reason of reasons) log.info(`The model runs on ${provider}, not on ${reason}.`);
    const versions = { onnxruntime, sharp: sharpVersion };
    return { provider, execution, counts, versions, libvips: libvipsVersion };
  }

  async #render(
    { path, thumbnailPath, tensor }: CallOf<"render">,
    turn: Turn,
  ): Promise<ShownPhoto> {
    const { image, widthPx, heightPx, format } = await this.#decode(path, { turn });
    await writeThumbnail(thumbnailPath, image).catch(goOnWithout);
    if (tensor !== undefined) this.#shelf.put(tensor, this.#toTensor(image));
    const [colour, pixelHash] = [dominantColour(image), hashPixels(image)];
    return { widthPx, heightPx, format, colour, pixelHash };
  }

  /** Of a file that is cut off, what there is. See [Note: Half a picture]. */
  async #thumbnail({ path, thumbnailPath }: CallOf<"thumbnail">, turn: Turn): Promise<void> {
    const { image } = await this.#decode(path, { turn, isPartEnough: true });
    await writeThumbnail(thumbnailPath, image);
  }

  /** Base64, because messages are JSON; null for nothing. */
  async #pictureLook(path: string): Promise<string | null> {
    const look = await readPictureLook(path).catch((cause: unknown) => {
      throw toFileError(path, cause);
    });
    return look ? Buffer.from(look).toString("base64") : null;
  }

  async #grey({ path, sizePx }: CallOf<"grey">, turn: Turn): Promise<Uint8Array> {
    const { image } = await this.#decode(path, { turn, isPartEnough: true });
    return greyPicture(image, sizePx);
  }

  async #infer(id: number): Promise<Outcome> {
    const tensor = this.#shelf.take(id);
    return tensor ? done(await this.#inference.infer(tensor)) : { kind: "gone" };
  }

  async #look(
    path: string,
    { region, quarterTurns = 0, turn }: LookOptions & { readonly turn: Turn },
  ): Promise<Inference> {
    const tensor = this.#toTensor(await this.#read(path, region, turn));
    turnTensor(tensor, this.#settings.model.input.sizePx, quarterTurns);
    return this.#inference.infer(tensor);
  }

  async #mapsOf({ path, region, question }: CallOf<"maps">, turn: Turn): Promise<PictureMaps> {
    const { input } = this.#settings.model;
    const image = await this.#read(path, region, turn);
    const tensor = new Float32Array(tensorLength(input));
    writeTensor(image, input, tensor);
    return { ...(await this.#maps.ask(tensor, question)), seen: seenPart(image, input) };
  }

  /** A picture, or a part of it, as large as the model looks at it. */
  async #read(path: string, region: Region | undefined, turn: Turn): Promise<DecodedImage> {
    const { resizePx } = this.#settings.model.input;
    const { image } = region
      ? await decodePhoto(path, (part) => regionSize(part, resizePx), { region, turn })
      : await this.#decode(path, { turn });
    return image;
  }

  #decode(path: string, options: DecodeOptions): Promise<DecodedPhoto> {
    const { resizePx } = this.#settings.model.input;
    return decodePhoto(path, (original) => indexingSize(original, resizePx), options);
  }

  #toTensor(image: DecodedImage): Float32Array<ArrayBuffer> {
    const tensor = this.#inference.takeTensor();
    writeTensor(image, this.#settings.model.input, tensor);
    return tensor;
  }
}

type CallOf<K extends WorkerCall["kind"]> = Extract<WorkerCall, { readonly kind: K }>;

async function readVideoFacts(path: string): Promise<VideoFacts> {
  return readVideo(path).catch((cause: unknown) => {
    throw toFileError(path, cause);
  });
}

function done(value: unknown): Outcome {
  return { kind: "done", value };
}

/**
 * A folder that may not be written to is no reason not to know the photo: its thumbnail is made when it is asked for.
 * A full disk is: nothing else could be written either.
 */
function goOnWithout(error: unknown): void {
  if (error instanceof LibraryError && error.code === "disk-full") throw error;
  log.warn("a photo is indexed without its thumbnail", error);
}
