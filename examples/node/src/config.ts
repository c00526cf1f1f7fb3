// What the service is told by its environment. Secrets come from nowhere else, and are printed nowhere. The database is named by what every program
// for PostgreSQL reads: PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD, PGSSLMODE.

export interface Config {
  /** The site's document. */
  readonly site: string;
  /** The document of the site before it is moved, where that is another. */
  readonly siteBefore: string | undefined;
  readonly host: string;
  readonly port: number;
  /** Whoever shows it may move members. */
  readonly adminToken: string;
  /** What webhooks are signed with; several while one takes another's place. */
  readonly webhookSecrets: readonly string[];
  /** How many seconds the clock of whoever signs may differ, and a delivery may be under way. */
  readonly webhookTolerance: number;
  readonly poolSize: number;
  /** The most of an upload. */
  readonly uploadBytes: number;
  readonly uploadRecords: number;
  /** How many uploads are read at once. */
  readonly uploads: number;
  readonly batchSize: number;
  /** Whether cookies go over TLS alone. */
  readonly secureCookies: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Shorter secrets are guessed. */
const SHORTEST_SECRET = 16;

export function configFrom(environment: Environment): Config {
  return {
    site: environment["SITE"] ?? "site.json",
    siteBefore: environment["SITE_BEFORE"],
    host: environment["HOST"] ?? "127.0.0.1",
    port: number(environment, "PORT", 3000),
    adminToken: secret(environment, "ADMIN_TOKEN"),
    webhookSecrets: secret(environment, "WEBHOOK_SECRETS")
      .split(",")
      .map((each) => longEnough("WEBHOOK_SECRETS", each)),
    webhookTolerance: number(environment, "WEBHOOK_TOLERANCE", 300),
    poolSize: number(environment, "POOL_SIZE", 10),
    uploadBytes: number(environment, "UPLOAD_BYTES", 256 << 20),
    uploadRecords: number(environment, "UPLOAD_RECORDS", 1_000_000),
    uploads: number(environment, "UPLOADS", 2),
    batchSize: number(environment, "BATCH_SIZE", 500),
    secureCookies: environment["INSECURE_COOKIES"] === undefined,
  };
}

function number(environment: Environment, name: string, otherwise: number): number {
  const text = environment[name];
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is to be a whole number`);
  return value;
}

function secret(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return longEnough(name, value);
}

function longEnough(name: string, value: string): string {
  if (value.length < SHORTEST_SECRET) throw new Error(`${name} is shorter than ${SHORTEST_SECRET} characters`);
  return value;
}
