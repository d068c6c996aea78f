import type { ModelList } from "../../contract/model.ts";
import type { FileChoice } from "../inference/models/model-store.ts";
import { rememberSpeed } from "../inference/models/model-speeds.ts";
import { measureModel } from "../inference/providers/measure-model.ts";
import { resolveModel } from "../inference/resolve-model.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { Serial } from "../support/serial.ts";
import {
  chooseFile,
  chooseInstalled,
  chooseRemovable,
  type ModelChoice,
} from "./choose-model-file.ts";
import { knownProvider } from "./known-provider.ts";
import { readModelList } from "./model-list.ts";

type ModelHandlers = Pick<
  Handlers,
  | "model.list"
  | "model.install"
  | "model.cancelInstall"
  | "model.import"
  | "model.use"
  | "model.useFile"
  | "model.settle"
  | "model.remove"
  | "model.verify"
  | "model.measure"
>;

export function modelHandlers(parts: Parts): ModelHandlers {
  const { models, modelSwitch } = parts;
  /** Two at a time would measure each other. */
  const measurements = new Serial();

  const list = (): Promise<ModelList> => readModelList(parts);
  const report = (): void => parts.feed.reportModels(list);

  /** Whatever it did, and however it ended, every page shows what is true now. */
  async function changing(work: () => Promise<unknown>): Promise<ModelList> {
    try {
      await work();
    } finally {
      report();
    }
    return list();
  }

  return {
    "model.list": list,
    "model.install": (choice) =>
      changing(async () => {
        const installed = models.install(await chooseFile(parts, choice), report);
        report();
        await installed;
      }),
    "model.cancelInstall": (choice) => changing(() => cancel(parts, choice)),
    "model.import": ({ path }) => changing(() => models.import(path)),
    "model.use": (choice) =>
      changing(async () => modelSwitch.choose(toRef(await chooseInstalled(parts, choice)))),
    "model.useFile": ({ path }) =>
      changing(async () => modelSwitch.choose(toRef(await models.adopt(path)))),
    "model.settle": async () => {
      await modelSwitch.settled();
      return list();
    },
    "model.remove": (choice) =>
      changing(async () => {
        for (const file of await chooseRemovable(parts, choice)) await models.remove(file);
      }),
    "model.verify": async ({ name }) => {
      const verified = await models.verify(name);
      report();
      return verified;
    },
    "model.measure": (choice) =>
      changing(() =>
        measurements.run(async () => measure(parts, await chooseInstalled(parts, choice))),
      ),
  };
}

function toRef({ name, precision }: FileChoice): string {
  return `${name}:${precision}`;
}

/** Without a precision: of every file of the model that is being fetched. */
async function cancel({ models }: Parts, { name, precision }: ModelChoice): Promise<void> {
  const { files } = await models.findModel(name);
  const meant = files.filter((file) => precision === undefined || file.precision === precision);
  await Promise.all(meant.map((file) => models.cancel({ name, precision: file.precision })));
}

async function measure({ models, db }: Parts, choice: FileChoice): Promise<void> {
  const { sha256 } = await models.find(choice);
  const provider = await knownProvider(db);
  const { photosPerSecond } = await measureModel(await resolveModel(toRef(choice)), provider);
  await rememberSpeed(sha256, { photosPerSecond, provider, measuredAtMs: Date.now() });
}
