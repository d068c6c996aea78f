import type { MachineReport, ProviderVerdict } from "../../../../electron/contract/machine.ts";
import { toShownError } from "../../errors/show-error.ts";
import type { LibraryContext } from "../../library/context.ts";
import { formatBytes } from "../../messages/format.ts";
import { say } from "../../messages/say.ts";
import { reportText } from "./report-text.ts";

type Context = Pick<LibraryContext, "client" | "notices">;
/** As the contract names them. */
export type ProviderChoice = "auto" | "cpu" | "cuda" | "dml" | "coreml" | "webgpu";
type Task = "probe" | "cuda" | "provider" | "clear";

/** A failure, shown where it was asked for, with what the engine says of it. */
interface MachineProblem {
  readonly task: Task;
  readonly text: string;
  readonly detail: string;
}

/** The truth about this machine, and what may be changed of it. */
export class MachineController {
  report = $state.raw<MachineReport | undefined>();
  /** Why there is no report. */
  error = $state<string | undefined>();
  /** One thing at a time: they all want the whole machine. */
  running = $state<Task | undefined>();
  problem = $state.raw<MachineProblem | undefined>();
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  async load(): Promise<void> {
    try {
      this.report = await this.#context.client.request("machine.inspect", {});
      this.error = undefined;
    } catch (error) {
      this.error = toShownError(error).text;
    }
  }

  async probe(): Promise<void> {
    const { client, notices } = this.#context;
    const isDone = await this.#run("probe", () => client.request("machine.probe", {}));
    if (isDone) notices.announce(say("machine.probe.done"));
  }

  async useProvider(provider: ProviderChoice, device: string | null = null): Promise<void> {
    const choice = device === null ? { provider } : { provider, device };
    await this.#run("provider", () => this.#context.client.request("machine.useProvider", choice));
  }

  async installCuda(): Promise<void> {
    const { client, notices } = this.#context;
    const isDone = await this.#run("cuda", () => client.request("machine.installCuda", {}));
    if (isDone) notices.show(say("machine.cuda.done"));
  }

  async clear(what: "previews" | "prepared"): Promise<void> {
    const { client, notices } = this.#context;
    const before = this.report?.sizes[what] ?? 0;
    const isDone = await this.#run("clear", () => client.request("machine.clear", { what }));
    if (!isDone) return;
    const after = this.report?.sizes[what] ?? 0;
    notices.show(say("machine.cleared", { bytes: formatBytes(Math.max(0, before - after)) }));
  }

  async copy(): Promise<void> {
    const { notices } = this.#context;
    if (!this.report) return;
    try {
      await navigator.clipboard.writeText(reportText(this.report));
      notices.show(say("machine.copied"));
    } catch {
      // A browser refuses without saying why.
      notices.show(say("copy.failed"));
    }
  }

  /** Whether it succeeded. */
  async #run(task: Task, work: () => Promise<MachineReport>): Promise<boolean> {
    if (this.running !== undefined) return false;
    this.running = task;
    this.problem = undefined;
    try {
      this.report = await work();
      return true;
    } catch (error) {
      const detail = error instanceof Error ? error.message : "";
      this.problem = { task, text: toShownError(error).text, detail };
      return false;
    } finally {
      this.running = undefined;
    }
  }
}

/** The name by which a provider is asked for; undefined for one that the contract does not know. */
export function choiceOf({ provider }: ProviderVerdict): ProviderChoice | undefined {
  const known: readonly ProviderChoice[] = ["cpu", "cuda", "dml", "coreml", "webgpu"];
  return known.find((choice) => choice === provider);
}
