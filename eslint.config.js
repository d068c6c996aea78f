// Before what reads it.
import "./build/lint-svelte-types.js";
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

const svelteFiles = ["**/*.svelte", "**/*.svelte.ts"];

/** The tests' own first: nearly all sources are in it, and are looked at once. */
const projects = ["test", "build", "electron/*"].map((folder) => `${folder}/tsconfig.json`);

export default defineConfig(
  {
    ignores: ["dist/", "out/", "native-models/", "**/*.d.ts", "**/*_pb.js", "renderer/*.config.ts"],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.svelte"],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: projects } },
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
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      "@typescript-eslint/no-empty-function": "off",
      // `Promise.withResolvers<void>()` is how to wait for an event.
      "@typescript-eslint/no-invalid-void-type": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreUsingDeclarations: true },
      ],
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // There are no enums where types are stripped and not compiled, and looking for them takes long.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
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
    files: ["renderer/**"],
    languageOptions: {
      parserOptions: {
        project: null,
        projectService: true,
        extraFileExtensions: [".svelte"],
      },
    },
  },
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
  {
    files: ["renderer/src/library/**"],
    rules: { "no-restricted-properties": "off", "no-restricted-globals": "off" },
  },
  ...svelte.configs.recommended.map((config) => ({ files: svelteFiles, ...config })),
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parser: svelteParser, parserOptions: { parser: ts.parser } },
  },
  { files: ["**/*.svelte.ts"], languageOptions: { parser: ts.parser } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    rules: {
      // Naming a rune's value in a statement of its own is how an effect says what it depends on.
      "@typescript-eslint/no-unused-expressions": "off",
      // Maps and sets that nobody draws need no proxies; state that is drawn says $state.
      "svelte/prefer-svelte-reactivity": "off",
      // There are no stores: state is in runes. Looking for them asks for the type of every name.
      "svelte/require-store-reactive-access": "off",
      // Judged by the compiler's warnings, which the linter does not see.
      "svelte/no-unused-svelte-ignore": "off",
    },
  },
  {
    // The types of components are svelte-check's business: the linter's view of them is `any`.
    files: ["**/*.svelte"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/restrict-plus-operands": "off",
    },
  },
  {
    files: ["test/**"],
    rules: {
      "max-lines-per-function": "off",
      "max-lines": "off",
      "@typescript-eslint/require-await": "off",
      // Matchers such as expect.any(Number) are `any`, and stand where values are expected.
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
);
