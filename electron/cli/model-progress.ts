import { Presets, SingleBar } from "cli-progress";
import type { Client } from "../contract/client.ts";
import type { ModelFile, ModelList } from "../contract/model.ts";

/** Draws a download on standard error until disposed; nothing where that is no terminal. */
export function showDownload(
  client: Client<"cli">,
  { name, precision }: { name: string; precision: string },
): Disposable {
  const format = `Fetching ${name}:${precision} {bar} {megabytes} of {totalMegabytes} MB`;
  return follow(client, format, (list) => {
    const file = fileOf(list, name, precision);
    if (file?.state !== "downloading") return undefined;
    return { done: file.receivedBytes, total: file.bytes };
  });
}

/** Draws the way of the library to another model. */
export function showSwitch(client: Client<"cli">): Disposable {
  const format = "Embedding {bar} {value} of {total} photos";
  return follow(client, format, ({ switching }) => switching ?? undefined);
}

interface Share {
  readonly done: number;
  readonly total: number;
}

function follow(
  client: Client<"cli">,
  format: string,
  read: (list: ModelList) => Share | undefined,
): Disposable {
  if (!process.stderr.isTTY) return { [Symbol.dispose]: () => {} };
  const options = { format, stream: process.stderr, hideCursor: true, clearOnComplete: true };
  const bar = new SingleBar(options, Presets.shades_classic);
  bar.start(1, 0, { megabytes: "0.0", totalMegabytes: "?" });
  const unsubscribe = client.subscribe((event) => {
    const share = event.name === "model.changed" ? read(event.payload) : undefined;
    if (!share) return;
    bar.setTotal(share.total);
    bar.update(share.done, {
      megabytes: (share.done / 1e6).toFixed(1),
      totalMegabytes: (share.total / 1e6).toFixed(1),
    });
  });
  return {
    [Symbol.dispose]() {
      unsubscribe();
      bar.stop();
    },
  };
}

function fileOf(list: ModelList, name: string, precision: string): ModelFile | undefined {
  const model = list.models.find((each) => each.name === name);
  return model?.files.find((each) => each.precision === precision);
}
