export default {
  base: "./",
  build: { target: "es2022", outDir: "../dist-bench", emptyOutDir: true },
  worker: { format: "es" },
};
