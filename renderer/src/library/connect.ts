import { createClient, type Client, type Transport } from "../../../electron/contract/client.ts";
import type { EngineState, PreloadBridge, ShellActions } from "../../../electron/contract/shell.ts";
import { takeAddressToken } from "./address-token.ts";
import { ConnectionState } from "./connection-state.svelte.ts";
import { setMediaRoot } from "./media-url.ts";
import { SocketTransport } from "./socket-transport.ts";

declare global {
  interface Window {
    readonly semblance?: PreloadBridge;
  }
}

/** The engine as the page reaches it, over either bridge. */
export interface Connection {
  readonly client: Client<"renderer">;
  /** Only in the desktop app. */
  readonly shell: ShellActions | undefined;
  /** Only in the browser host: folders of the engine's machine. */
  readonly host: Client<"host"> | undefined;
  readonly state: ConnectionState;
}

/** Finds the bridge of this window; undefined when its address has no token. */
export function connect(): Connection | undefined {
  return window.semblance ? connectShell(window.semblance) : connectHost();
}

function connectShell(bridge: PreloadBridge): Connection {
  setMediaRoot("media://library");
  const state = new ConnectionState();
  const transport = state.watch(bridge);
  const moves: Record<EngineState, () => void> = {
    running: () => state.found(),
    restarting: () => state.lose(),
    ended: () => state.end(),
  };
  bridge.onEngineState((engine) => moves[engine]());
  return { client: createClient(transport), shell: bridge.shell, host: undefined, state };
}

function connectHost(): Connection | undefined {
  const token = takeAddressToken();
  if (token === undefined) return undefined;
  const state = new ConnectionState();
  const socket: Transport = new SocketTransport({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/link`,
    token,
    onopen: (media) => {
      if (media !== undefined) setMediaRoot(`/media/${media}`);
      state.found();
    },
    onlost: () => state.lose(),
  });
  const transport = state.watch(socket);
  return {
    client: createClient(transport),
    shell: undefined,
    host: createClient(transport),
    state,
  };
}
