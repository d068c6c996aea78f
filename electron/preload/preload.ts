/**
 * @file Runs in the page's process before the page, sandboxed; the only thing that both it and the page see.
 */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import { createBridge } from "./bridge.ts";

contextBridge.exposeInMainWorld("semblance", createBridge(ipcRenderer, webUtils));
