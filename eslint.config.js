import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import { defineConfig } from "eslint/config";
import svelteParser from "svelte-eslint-parser";
import ts from "typescript-eslint";

const sizes = {
  "max-lines": ["warn", { max: 300, skipComments: true, skipBlankLines: true }],
  "max-lines-per-function": ["warn", { max: 50, skipComments: true, skipBlankLines: true }],
  "max-params": ["warn", { max: 4 }],
};

export default defineConfig(
  { ignores: ["dist/", "out/", "native-models/", "**/*.d.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.svelte"],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: [".svelte"] },
    },
    rules: {
      ...sizes,
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "no-undef": "off",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `noUncheckedIndexedAccess` makes `array[i]!` in a counted loop the plain way to say "in range".
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration",
          message: "Name what you export; only components and configuration files have defaults.",
        },
      ],
    },
  },
  { files: ["*.config.*", "**/*.config.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["renderer/src/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          object: "window",
          property: "semblance",
          message: "Use renderer/src/library/connect.ts, which knows both bridges.",
        },
      ],
      "no-restricted-globals": [
        "error",
        { name: "WebSocket", message: "Use renderer/src/library/connect.ts." },
        { name: "fetch", message: "Ask the engine through the library client." },
      ],
    },
  },
  { files: ["renderer/src/library/**"], rules: { "no-restricted-properties": "off", "no-restricted-globals": "off" } },
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parser: svelteParser, parserOptions: { parser: ts.parser } },
  },
  { files: ["**/*.svelte.ts"], languageOptions: { parser: ts.parser } },
  {
    files: ["test/**"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/require-await": "off" },
  },
);
