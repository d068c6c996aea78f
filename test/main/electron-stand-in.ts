import type { IpcMain, WebContents, WebFrameMain } from "electron";

type Handler = Parameters<IpcMain["handle"]>[1];
type Frame = Pick<WebFrameMain, "url"> & { readonly parent: unknown };

export const PAGE_FRAME: Frame = { url: "app://semblance/index.html", parent: null };

/** Stands for `ipcMain`: keeps the handlers and calls them the way a frame would. */
export class IpcStandIn implements Pick<IpcMain, "handle"> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    this.#handlers.set(channel, handler);
  }

  /** What `ipcRenderer.invoke` would give: a throw in a handler is a rejection in the page. */
  async invoke(channel: string, frame: Frame | null, ...args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (!handler) throw new Error(`no handler for ${channel}`);
    return handler({ senderFrame: frame } as Parameters<Handler>[0], ...args) as unknown;
  }
}

/** Stands for a page: keeps what it is sent. */
export class PageStandIn implements Pick<WebContents, "send"> {
  readonly received: unknown[][] = [];

  send(channel: string, ...args: unknown[]): void {
    this.received.push([channel, ...args]);
  }
}
