import type { Region } from "../../contract/similar.ts";
import { dominantColour } from "../imaging/colour.ts";
import { decodePhoto } from "../imaging/decode.ts";
import type { DecodedImage, DecodedPhoto } from "../imaging/decoded-image.ts";
import { readFingerprint } from "../imaging/fingerprint.ts";
import { writePreview } from "../imaging/preview.ts";
import { libvipsVersion, sharpVersion } from "../imaging/sharp.ts";
import { indexingSize, regionSize } from "../imaging/target-size.ts";
import { writeThumbnail } from "../imaging/thumbnail.ts";
import type { Inference } from "../inference/inference.ts";
import { writeTensor } from "../inference/preprocess.ts";
import { InferenceThread } from "../inference/start-inference.ts";
import { readMetadata } from "../metadata/read-metadata.ts";
import { log } from "../support/log.ts";
import type { Outcome, WorkerCall, WorkerSettings } from "./messages.ts";
import type { RenderedPhoto, WorkerReport } from "./photo-worker.ts";
import { TensorShelf } from "./tensor-shelf.ts";

/** Where the worker's calls are answered: pixels on this thread, the model on its own. */
export class PhotoDesk {
  readonly #settings: WorkerSettings;
  readonly #inference: InferenceThread;
  readonly #shelf = new TensorShelf();

  constructor(settings: WorkerSettings) {
    const { provider: choice, ...rest } = settings;
    this.#settings = settings;
    this.#inference = new InferenceThread({ ...rest, ...(choice && { choice }) });
  }

  /** Rejects with a LibraryError where the file or the model is at fault. */
  async answer(call: WorkerCall): Promise<Outcome> {
    switch (call.kind) {
      case "report":
        return done(await this.#report());
      case "fingerprint":
        return done(await readFingerprint(call.path));
      case "render":
        return done(await this.#render(call.path, call.thumbnailPath, call.tensor));
      case "infer":
        return this.#infer(call.tensor);
      case "look":
        return done(await this.#look(call.path, call.region));
      case "preview":
        await writePreview(call.path, call.previewPath);
        return done(undefined);
      case "thumbnail":
        await writeThumbnail(call.thumbnailPath, (await this.#decode(call.path)).image);
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

  async #render(path: string, thumbnailPath: string, tensor: number): Promise<RenderedPhoto> {
    const { image, widthPx, heightPx, format, exif } = await this.#decode(path);
    await writeThumbnail(thumbnailPath, image);
    this.#shelf.put(tensor, this.#toTensor(image));
    const facts = readMetadata(exif);
    return { widthPx, heightPx, format, colour: dominantColour(image), facts, tensor };
  }

  async #infer(id: number): Promise<Outcome> {
    const tensor = this.#shelf.take(id);
    return tensor ? done(await this.#inference.infer(tensor)) : { kind: "gone" };
  }

  async #look(path: string, region: Region | undefined): Promise<Inference> {
    const { resizePx } = this.#settings.model.input;
    const { image } = region
      ? await decodePhoto(path, (part) => regionSize(part, resizePx), { region })
      : await this.#decode(path);
    return this.#inference.infer(this.#toTensor(image));
  }

  #decode(path: string): Promise<DecodedPhoto> {
    const { resizePx } = this.#settings.model.input;
    return decodePhoto(path, (original) => indexingSize(original, resizePx));
  }

  #toTensor(image: DecodedImage): Float32Array<ArrayBuffer> {
    const tensor = this.#inference.takeTensor();
    writeTensor(image, this.#settings.model.input, tensor);
    return tensor;
  }
}

function done(value: unknown): Outcome {
  return { kind: "done", value };
}
