/**
 * @file The desktop shell: windows, menus, dialogs, and the life of the engine. Only this file imports
 * electron's values; everything else in this room receives what it uses.
 */
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  shell,
} from "electron";
import { join } from "node:path";
import { createClient } from "../contract/client.ts";
import { speechFor } from "../contract/language.ts";
import { DroppedPictures } from "../media/dropped-pictures.ts";
import { createMediaHandler } from "../media/media-handler.ts";
import { createRendererHandler } from "../media/renderer-handler.ts";
import { readCommandLine } from "./command-line.ts";
import { EngineHost } from "./engine-host.ts";
import { openEngineLog } from "./engine-log.ts";
import { endEngineWithApp, tellGivenUp, tellRefused } from "./engine-trouble.ts";
import { sendEngineState, sendEvents, servePage } from "./ipc.ts";
import { menuTemplate } from "./menu.ts";
import { shellPaths, type ShellPaths } from "./paths.ts";
import { tellPower } from "./power.ts";
import {
  PAGE_ORIGIN,
  PAGE_URL,
  registerSchemes,
  serveProtocols,
  SHELL_POLICY,
} from "./protocols.ts";
import { guardContents, guardSession } from "./security.ts";
import { createShellCommands, type ShellCommands } from "./shell-commands.ts";
import { ShellSpeech } from "./shell-speech.ts";
import { spawnEngine } from "./spawn-engine.ts";
import { titleBarOverlay, windowOptions } from "./window.ts";

const isMac = process.platform === "darwin";
const isDeveloping = !app.isPackaged;

// Beside the library and not in it: on macOS both would be "Application Support/Semblance".
app.setPath("userData", join(app.getPath("appData"), "Semblance", "window"));
app.enableSandbox();
registerSchemes(protocol);
app.on("web-contents-created", (_event, contents) => guardContents(contents));

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const paths = shellPaths({
    isPackaged: app.isPackaged,
    appPath: app.getAppPath(),
    resourcesPath: process.resourcesPath,
    platform: process.platform,
    arch: process.arch,
  });
  const here = { isPackaged: app.isPackaged, cwd: process.cwd() };
  const { engineArgs, folders } = readCommandLine(process.argv, here);
  const speech = new ShellSpeech(() => showMenu(commands, speech));
  const engine = startEngine(paths, engineArgs, speech);
  const commands = createShellCommands({
    engine,
    dialog,
    shell,
    speech,
    useLanguage: (language) => speech.use(language),
  });

  const client = createClient<"media">(engine);
  const pictures = new DroppedPictures(client, { origin: PAGE_ORIGIN });
  app.on("quit", () => pictures[Symbol.dispose]());

  guardSession(session.defaultSession, isDeveloping);
  serveProtocols(protocol, {
    renderer: createRendererHandler(paths.renderer, SHELL_POLICY),
    media: createMediaHandler(client, pictures),
  });
  servePage(ipcMain, engine, commands);
  sendEvents(engine, pages);
  showMenu(commands, speech);
  void speech.use(speechFor("system", app.getPreferredSystemLanguages()).language);
  followApp(paths, commands);
  openWindow(paths);
  void commands.addFolders(folders);
}

function startEngine(
  { node, engineEntry }: ShellPaths,
  args: readonly string[],
  speech: ShellSpeech,
): EngineHost {
  const log = isDeveloping ? process.stderr : openEngineLog(app.getPath("logs"));
  const engine: EngineHost = new EngineHost({
    start: (setAside) => {
      const aside = setAside === undefined ? [] : ["--set-aside", setAside];
      return spawnEngine({ node, entry: engineEntry, args: [...args, ...aside] }, log);
    },
    onState: (state) => {
      sendEngineState(state, pages());
      if (state === "running") tellPowerAgain();
    },
    onRefused: (error) => void tellRefused(error, { app, dialog, speech }),
    onGivenUp: (reading) => {
      const startAgain = (setAside?: string): void => engine.startAgain(setAside);
      void tellGivenUp({ app, dialog, speech, reading, startAgain });
    },
  });
  const tellPowerAgain = tellPower(powerMonitor, createClient(engine));
  endEngineWithApp(app, engine);
  return engine;
}

function showMenu(commands: ShellCommands, speech: ShellSpeech): void {
  const addFolder = (): void => void commands.addFolder();
  const template = menuTemplate({ isMac, isDeveloping, speech, addFolder });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function followApp(paths: ShellPaths, commands: ShellCommands): void {
  app.on("window-all-closed", () => {
    if (!isMac) app.quit();
  });
  app.on("activate", () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(paths);
  });
  app.on("second-instance", (_event, argv, cwd) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
    void commands.addFolders(readCommandLine(argv, { isPackaged: app.isPackaged, cwd }).folders);
  });
}

function openWindow({ preload }: ShellPaths): void {
  const isDark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow(windowOptions({ preload, isDark }));
  window.once("ready-to-show", () => window.show());
  const followTheme = (): void => {
    if (!isMac) window.setTitleBarOverlay(titleBarOverlay(nativeTheme.shouldUseDarkColors));
  };
  nativeTheme.on("updated", followTheme);
  window.once("closed", () => nativeTheme.off("updated", followTheme));
  void window.loadURL(PAGE_URL);
}

function pages(): Electron.WebContents[] {
  return BrowserWindow.getAllWindows().map((window) => window.webContents);
}
