import { readdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { LibraryError } from "../../../contract/errors.ts";
import type { ModelVerification } from "../../../contract/model.ts";
import { readFingerprint } from "../../imaging/fingerprint.ts";
import { filesOf, placeOf, readShippedModel, type ShippedFile } from "./known-models.ts";
import { adoptFile } from "./store/adopt-file.ts";
import { downloadFile, USUAL_LIMITS, type DownloadLimits } from "./store/download-file.ts";
import { copyWhole } from "./store/durable-file.ts";
import { removePartials } from "./store/partial-download.ts";
import { recogniseFile } from "./store/recognise-file.ts";
import { listStoredModels, type StoredFile, type StoredModel } from "./store/stored-models.ts";
import { verifyFile } from "./store/verify-file.ts";
import { COMES_WITH_THE_APP, wayTo } from "./ways-out.ts";

/** One file of one model. */
export interface FileChoice {
  readonly name: string;
  readonly precision: string;
}

interface Download {
  readonly abort: AbortController;
  readonly done: Promise<void>;
  receivedBytes: number;
}

/** The model files that this user has, and the way to more. Nothing is fetched that nobody asked for. */
export class ModelStore implements AsyncDisposable {
  readonly folder: string;
  readonly #limits: DownloadLimits;
  readonly #downloads = new Map<string, Download>();

  constructor(folder: string, limits: Partial<DownloadLimits> = {}) {
    this.folder = folder;
    this.#limits = { ...USUAL_LIMITS, ...limits };
  }

  async list(): Promise<StoredModel[]> {
    const models = await listStoredModels(this.folder);
    return models.map((model) => ({
      ...model,
      files: model.files.map((file) => this.#withDownload(model.name, file)),
    }));
  }

  /** `model-missing` where there is no such model, or no such file of it. */
  async find({ name, precision }: FileChoice): Promise<StoredFile> {
    const model = await this.findModel(name);
    const file = model.files.find((each) => each.precision === precision);
    if (file) return file;
    const known = model.files.map((each) => `${name}:${each.precision}`).join(", ");
    throw new LibraryError(
      "model-missing",
      `Expected one of ${known} but got ${name}:${precision}`,
    );
  }

  async findModel(name: string): Promise<StoredModel> {
    const models = await this.list();
    const model = models.find((each) => each.name === name);
    if (model) return model;
    const known = models.map((each) => each.name).join(", ");
    throw new LibraryError("model-missing", `Expected a model of ${known} but got ${name}`);
  }

  /**
   * Answers when the file is here and its checksum was right; a download that is under way is joined. Rejects as
   * {@link downloadFile} does, with `cancelled` after {@link cancel}.
   */
  install(choice: FileChoice, onProgress: () => void): Promise<void> {
    const running = this.#downloads.get(keyOf(choice));
    if (running) return running.done;
    const abort = new AbortController();
    const done = this.#install(choice, abort.signal, (receivedBytes) => {
      download.receivedBytes = receivedBytes;
      onProgress();
    }).finally(() => this.#downloads.delete(keyOf(choice)));
    const download: Download = { abort, done, receivedBytes: 0 };
    this.#downloads.set(keyOf(choice), download);
    return done;
  }

  /** Answers when the download has stopped; what arrived is kept. */
  async cancel(choice: FileChoice): Promise<void> {
    const running = this.#downloads.get(keyOf(choice));
    running?.abort.abort();
    await running?.done.catch(() => {
      // Said to whoever asked for it.
    });
  }

  /**
   * Takes over a file on this disk that is one of those on the cards, and answers with which. `model-invalid` names
   * what was expected, `file-missing` says that there is none.
   */
  async import(path: string): Promise<FileChoice> {
    const { file, known, bytes, sha256 } = await recogniseFile(path, this.folder);
    if (!file) {
      const expected = known.map((each) => `${each.file} (${each.bytes} bytes)`).join(", ");
      const got =
        sha256 === undefined
          ? `${bytes} bytes`
          : `${bytes} bytes with SHA-256 ${sha256}, which is none of theirs`;
      const message = `Expected ${path} to be one of ${expected} but got ${got}`;
      throw new LibraryError("model-invalid", message);
    }
    if (!(await isSound(file))) {
      await copyWhole(path, file.userPath, file.sha256);
      await removePartials(file.userPath);
    }
    return file;
  }

  /**
   * Takes over any classifier of the user's, and answers with how to name it. Rejects with `model-invalid` where it
   * cannot be one.
   */
  async adopt(path: string): Promise<FileChoice> {
    const { file } = await recogniseFile(path, this.folder);
    if (file) return this.import(path);
    return { name: await adoptFile(path, this.folder), precision: "file" };
  }

  /** With its downloads that have stopped, and what was made from it. The caller knows that nobody uses it. */
  async remove({ name, precision }: FileChoice): Promise<void> {
    const file = await this.find({ name, precision });
    if (file.state === "bundled") {
      const message = `Expected a model that was installed but ${name}:${precision} comes with the app`;
      throw new LibraryError("model-in-use", message);
    }
    await this.cancel({ name, precision });
    const known = await this.#known({ name, precision });
    if (known) {
      await rm(known.userPath, { force: true });
      await removePartials(known.userPath);
      await removeIfEmpty(dirname(known.userPath));
    } else await rm(join(this.folder, name), { recursive: true, force: true });
    await this.#removePrepared(file.sha256);
  }

  /** Of all files that are here, or those of one model. */
  async verify(name?: string): Promise<ModelVerification[]> {
    const models = name === undefined ? await this.list() : [await this.findModel(name)];
    const results: ModelVerification[] = [];
    for (const model of models) {
      for (const file of model.files) {
        if (file.path !== undefined) results.push(await this.#verify(model, file, file.path));
      }
    }
    return results;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const running = [...this.#downloads.values()];
    for (const { abort } of running) abort.abort();
    await Promise.allSettled(running.map(({ done }) => done));
  }

  async #install(
    choice: FileChoice,
    signal: AbortSignal,
    onProgress: (receivedBytes: number) => void,
  ): Promise<void> {
    const file = await this.#known(choice);
    if (!file) {
      // Rejects where there is none of that name; the user's own files are here already.
      await this.find(choice);
      return;
    }
    if (await isSound(file)) return;
    if (file.url === null || (await placeOf(file)) === file.bundledPath) {
      const message = `Expected SHA-256 ${file.sha256} of ${file.bundledPath} but got another file or none; ${COMES_WITH_THE_APP}`;
      throw new LibraryError("model-invalid", message);
    }
    await downloadFile(file, { signal, limits: this.#limits, onProgress });
  }

  async #known({ name, precision }: FileChoice): Promise<ShippedFile | undefined> {
    const model = await readShippedModel(name);
    return model && filesOf(model, this.folder).find((file) => file.precision === precision);
  }

  #withDownload(name: string, file: StoredFile): StoredFile {
    const download = this.#downloads.get(keyOf({ name, precision: file.precision }));
    if (!download || file.path !== undefined) return file;
    const receivedBytes = Math.max(download.receivedBytes, file.receivedBytes);
    return { ...file, state: "downloading", receivedBytes };
  }

  async #verify(model: StoredModel, file: StoredFile, path: string): Promise<ModelVerification> {
    const { precision, sha256 } = file;
    const { name } = model;
    const known = await this.#known({ name, precision });
    const isBundled = file.state === "bundled";
    const way = isBundled
      ? COMES_WITH_THE_APP
      : known
        ? wayTo(known)
        : "choose the file again to go on with it";
    const verified = await verifyFile({ name, precision, sha256, path, isBundled, way });
    if (!verified.isSound && !isBundled) await this.#removePrepared(sha256);
    return verified;
  }

  async #removePrepared(sha256: string): Promise<void> {
    const folder = join(this.folder, "prepared");
    const files = (await readdir(folder).catch(() => [])).filter((file) =>
      file.startsWith(`${sha256}-`),
    );
    await Promise.all(files.map((file) => rm(join(folder, file), { force: true })));
  }
}

function keyOf({ name, precision }: FileChoice): string {
  return `${name}:${precision}`;
}

async function isSound(file: ShippedFile): Promise<boolean> {
  const path = await placeOf(file);
  return path !== undefined && (await readFingerprint(path)) === file.sha256;
}

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => {
    // Another precision of the model is there, or nothing ever was.
  });
}
