// The package for `import`: the very same classes as for `require`.
export * from "./index.js";
