// A PostgreSQL of the tests' own: a private folder, a socket, no network, nobody's password. Knows no table.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/** Where Debian keeps the programs, outside of everybody's PATH. */
const DEBIAN = "/usr/lib/postgresql";

function program(name: string): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((left, right) => Number(right) - Number(left)) : [];
  const folders = [...versions.map((version) => path.join(DEBIAN, version, "bin")), ...(process.env["PATH"] ?? "").split(path.delimiter)];
  const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${name} is not installed; on Debian: apt-get install postgresql`);
  return found;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made, or as nobody. */
function owner(): Owner | undefined {
  if (userInfo().uid !== 0) return undefined;
  const idOf = (user: string, kind: "-u" | "-g"): number => Number(execFileSync("id", [kind, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: idOf(user, "-u"), gid: idOf(user, "-g") };
    } catch {
      // There is no such user.
    }
  }
  throw new Error("PostgreSQL does not run as root, and there is no user `postgres` or `nobody`");
}

/** What a commit outlasts: the end of the server's process, or of the machine as well, which takes the disk's time. */
export type Durability = "process" | "machine";

/** A server that can be stopped, killed and started again. */
export class Postgres {
  readonly #folder = mkdtempSync(path.join(tmpdir(), "pg-"));
  readonly #owner = owner();
  #process: ChildProcess | undefined;

  private constructor(readonly durability: Durability) {
    if (this.#owner !== undefined) chownSync(this.#folder, this.#owner.uid, this.#owner.gid);
    chmodSync(this.#folder, 0o700);
    const initdb = ["-D", this.data, "-U", "service", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
    execFileSync(program("initdb"), initdb, { ...this.#owner, cwd: this.#folder, stdio: ["ignore", "ignore", "pipe"] });
  }

  static async start(durability: Durability = "process"): Promise<Postgres> {
    const server = new Postgres(durability);
    await server.start();
    return server;
  }

  get data(): string {
    return path.join(this.#folder, "data");
  }

  /** What a program needs to find a database here. */
  environment(database: string): Record<string, string> {
    return { PGHOST: this.#folder, PGUSER: "service", PGDATABASE: database };
  }

  async start(): Promise<void> {
    const fsync = `fsync=${this.durability === "machine" ? "on" : "off"}`;
    const settings = [fsync, "listen_addresses=", `unix_socket_directories=${this.#folder}`, "shared_buffers=64MB", "max_connections=60"];
    const arguments_ = ["-D", this.data, ...settings.flatMap((setting) => ["-c", setting])];
    const process_ = spawn(program("postgres"), arguments_, { ...this.#owner, cwd: this.#folder, stdio: ["ignore", "ignore", "pipe"] });
    this.#process = process_;
    let said = "";
    process_.stderr?.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2000)));
    for (;;) {
      const client = new pg.Client({ host: this.#folder, user: "service", database: "postgres" });
      client.on("error", () => undefined);
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        if (process_.exitCode !== null) throw new Error(said);
        await pause(50);
      }
    }
  }

  /** A database of this name, empty. */
  async create(database: string): Promise<void> {
    const client = new pg.Client({ host: this.#folder, user: "service", database: "postgres" });
    await client.connect();
    await client.query(`CREATE DATABASE ${database}`);
    await client.end();
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Stops, and leaves nothing behind. */
  async remove(): Promise<void> {
    await this.#end("SIGINT");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const process_ = this.#process;
    this.#process = undefined;
    if (process_ === undefined || process_.exitCode !== null) return;
    const ended = new Promise((resolve) => process_.once("exit", resolve));
    process_.kill(signal);
    await ended;
  }
}
