// Node has WebAssembly; its type lives in TypeScript's DOM library, which nothing else here may see.
declare namespace WebAssembly {
  type ModuleImports = Record<string, unknown>;
  function instantiate(bytes: Uint8Array, imports: Record<string, ModuleImports>): Promise<{ instance: { exports: Record<string, unknown> & { __wbindgen_start(): void } } }>;
}
