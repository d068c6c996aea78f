import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  // Relative addresses serve both hosts: `app:` in the shell and the browser host's own root.
  base: "./",
  plugins: [svelte()],
  build: {
    outDir: fileURLToPath(new URL("../dist/renderer", import.meta.url)),
    emptyOutDir: true,
    target: "chrome130",
    // The content security policy allows no inlined code and no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Which file needs which: read by the test of what the first photos wait for.
    manifest: true,
    // The page imports types and plain helpers of the contract; its schemas are the engine's alone.
    rolldownOptions: { treeshake: { manualPureFunctions: ["z"] } },
  },
});
