// The functions that need no handle: each asks one operation. A site may be a checked `Site` or a document. Does not know the answers.

import { Contacts } from "./contacts.js";
import { instance, listed, object, string } from "./given.js";
import { Plan, Snapshot } from "./plan.js";
import type * as records from "./records.js";
import { type At, Site, type SiteOr, documentOf, instant } from "./site.js";
import { type Source, eachChunk } from "./source.js";
import { type Abortable, type Answer, type Holder, type Request, call, callSync } from "./wire.js";

/** What of an operation's request there is to choose, apart from what has a place of its own. */
type Rest<Name extends keyof records.Operations, Placed extends string = never> = Omit<
  Request<Name>,
  Placed | "site" | "contacts" | "users" | "plan"
>;

/** A site as it goes into a request, or as it is lent. */
function lending(site: SiteOr): { readonly written: { readonly site?: records.SiteDocument }; readonly lent: Site | undefined } {
  return site instanceof Site ? { written: {}, lent: site } : { written: { site }, lent: undefined };
}

// --- Values ---------------------------------------------------------------------------------------------------------

/** Whether mail can be sent to an address, and the key that it is matched by. */
export function checkEmail(address: string): records.EmailCheck {
  return callSync("email.check", { address });
}

/** A date as exports write them: an instant where it or `timezone` has a zone, else a wall-clock time, or why it is none. */
export function parseDate(
  text: string,
  options: Omit<records.DateOptions, "zone"> & { readonly timezone?: string } = {},
): records.ParsedDate {
  const { timezone, ...how } = object(options);
  return callSync("date.parse", { text, options: timezone === undefined ? how : { ...how, zone: timezone } });
}

/** An amount as exports write them, in minor units, or why it is none. */
export function parseMoney(text: string, options: records.MoneyOptions = {}): records.ParsedMoney {
  return callSync("money.parse", { text, options: object(options) });
}

/** What each column of an export seems to be for, with a score from 0 to 100 and the reason. */
export function matchColumns(headers: Iterable<string>, profile?: string): records.Mapping {
  return callSync("columns.match", { headers: listed(headers, "headers"), ...(profile === undefined ? {} : { profile: string(profile, "profile") }) });
}

/** What the codes of issues and errors mean and what to do about them; every one, unless some are named. */
export function listCodes(codes?: readonly records.Code[]): readonly records.DescribedCode[] {
  return callSync("code.list", codes === undefined ? {} : { codes: listed(codes, "codes") }).codes;
}

// --- Files ----------------------------------------------------------------------------------------------------------

/** What a file is, found out from its beginning: encoding, dialect, header, source with its reasons, and a suggested mapping. */
export async function detect(
  source: Source,
  options: records.ReadOptions & Abortable = {},
): Promise<Answer<"export.detect">> {
  const { signal, ...how } = object(options);
  return call("export.detect", { base64: base64(await beginning(source, signal)), options: how }, [], { signal });
}

/** A file as a table: its dialect, its header and its rows, as text. */
export async function readTable(
  source: Source,
  options: records.TableOptions & Abortable = {},
): Promise<records.Table> {
  const { signal, ...how } = object(options);
  return call("table.read", { base64: base64(await beginning(source, signal, Infinity)), options: how }, [], { signal });
}

/** More than anybody looks at to find out what a file is. */
const BEGINNING = 1 << 20;

async function beginning(source: Source, signal: AbortSignal | undefined, enough = BEGINNING): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const full = new Error("enough");
  try {
    await eachChunk(source, signal, async (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= enough) throw full;
    });
  } catch (error) {
    if (error !== full) throw error;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Characters made at a time: as arguments of a call, which are not to be too many. */
const CHARACTERS = 1 << 13;

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHARACTERS) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHARACTERS));
  }
  return btoa(binary);
}

// --- Access and releases --------------------------------------------------------------------------------------------

/** What one access rule decides of a member at an instant, without a site. */
export function evaluateRule(rule: records.Rule, member: records.Member, at: At): records.Decision {
  return callSync("access.evaluate-rule", { rule, member, at: instant(at) });
}

/** The rule that decides as another membership system's setting does, and where it cannot. */
export function importRule(setting: records.PeerSetting): records.ImportedRule {
  return callSync("access.import-rule", { setting });
}

/** Who gains and who loses which page between two sites, from an instant until another, with the reasons of both sides. */
export async function compareAccess(
  before: SiteOr,
  after: SiteOr,
  members: Iterable<records.ComparedMember>,
  span: { readonly from: At; readonly until: At },
  options: Omit<Rest<"access.compare">, "before" | "after" | "members" | "from" | "until"> & Abortable = {},
): Promise<Answer<"access.compare">> {
  const { signal, ...how } = object(options);
  const { from, until } = object(span, "span");
  const within = { from: instant(from, "span.from"), until: instant(until, "span.until") };
  const sites = { before: documentOf(before), after: documentOf(after) };
  return call("access.compare", { ...how, ...sites, members: listed(members, "members"), ...within }, [], { signal });
}

/** When one release rule opens what it guards; `undefined` where the clock never does, or what it counts from is not known. */
export function releaseAt(
  rule: records.ReleaseRule,
  anchors: records.Anchors,
  timezone: string,
  options: Pick<Request<"release.at">, "profile"> = {},
): records.Instant | undefined {
  return callSync("release.at", { rule, anchors, timezone, ...object(options) }).opensAt ?? undefined;
}

/** Every module of an offering as it stands for an enrollment, without a site: open, scheduled or closed, and why. */
export function releaseSchedule(
  offering: records.Offering,
  enrollment: records.Enrollment,
  timezone: string,
  at: At,
  options: Pick<Request<"release.schedule">, "facts" | "profile"> = {},
): readonly records.Release[] {
  return callSync("release.schedule", { offering, enrollment, timezone, at: instant(at), ...object(options) }).releases;
}

/** The openings and closings of a member's modules as an iCalendar, for any calendar program. */
export function releaseCalendar(request: Omit<Request<"release.calendar">, "at"> & { readonly at: At }): string {
  return callSync("release.calendar", { ...request, at: instant(object(request, "request").at, "request.at") }).calendar;
}

// --- Automations ----------------------------------------------------------------------------------------------------

/** The automation of a CRM that delivers an offering. */
export function blueprint(
  site: SiteOr,
  offering: string,
  crm: records.Crm,
  options: Pick<Request<"automation.blueprint">, "drip"> = {},
): records.Blueprint {
  const { written, lent } = lending(site);
  return callSync("automation.blueprint", { ...written, offering, crm, ...object(options) }, lent);
}

/** What is wrong with an automation, the whole first, then by step. */
export function lint(automation: records.Automation, site: SiteOr): readonly records.Issue[] {
  const { written, lent } = lending(site);
  return callSync("automation.lint", { ...written, automation }, lent).issues;
}

/** What an automation does to a contact, and when. */
export function simulate(
  automation: records.Automation,
  site: SiteOr,
  contact: records.ContactHistory,
  options: Pick<Request<"automation.simulate">, "timezone"> = {},
): records.Timeline {
  const { written, lent } = lending(site);
  return callSync("automation.simulate", { ...written, automation, contact, ...object(options) }, lent);
}

/** What becomes of an automation when the site keeps its contacts itself. */
export function translate(
  automation: records.Automation,
  site: SiteOr,
  options: Pick<Request<"automation.translate">, "timezone" | "proveAt"> = {},
): Answer<"automation.translate"> {
  const { written, lent } = lending(site);
  return callSync("automation.translate", { ...written, automation, ...object(options) }, lent);
}

/** What becomes of each webhook of a site when the site keeps its contacts itself. */
export function webhookInventory(site: SiteOr, at: At): readonly records.WebhookFate[] {
  const { written, lent } = lending(site);
  return callSync("webhook.inventory", { ...written, at: instant(at) }, lent).webhooks;
}

/** An operation of a site in plain words, whether a site without a CRM can do it, and what takes it back. */
export function describeOperation(operation: records.CustomOperation): Answer<"operation.describe"> {
  return callSync("operation.describe", { operation });
}

/** What an operation of a plan makes of a user, for a target that keeps users as they are in a snapshot. */
export function performOperation(
  operation: records.Operation,
  id: string,
  user?: records.TargetUser,
): Answer<"operation.perform"> {
  return callSync("operation.perform", { operation, id, ...(user === undefined ? {} : { user: object(user, "user") }) });
}

/**
 * What an operation of the site's own, such as a webhook's, makes of a user. One who is not there yet is given as they are to be made. Throws
 * where the operation changes nothing of a user, such as one that sends an email.
 */
export function performCustomOperation(
  site: SiteOr,
  operation: records.CustomOperation,
  user: records.TargetUser,
  at: At,
): Answer<"operation.perform-custom"> {
  const { written, lent } = lending(site);
  return callSync("operation.perform-custom", { ...written, operation, user: object(user, "user"), at: instant(at) }, lent);
}

// --- Payments -------------------------------------------------------------------------------------------------------

/** Who charges whom, and what a move makes of it. */
export async function planBilling(
  site: SiteOr,
  at: At,
  options: Rest<"billing.plan", "at"> & Abortable,
): Promise<Answer<"billing.plan">> {
  const { signal, ...request } = object(options);
  const { written, lent } = lending(site);
  return call("billing.plan", { ...request, ...written, at: instant(at) }, [lent], { signal });
}

/** What a site lacks to take money, and what several sites share of it. */
export function checkPaymentSetup(
  site: SiteOr,
  options: Rest<"payment.setup"> = {},
): readonly records.Issue[] {
  const { written, lent } = lending(site);
  return callSync("payment.setup", { ...object(options), ...written }, lent).issues;
}

/** Whose each order is. */
export async function tieOrders(
  orders: Iterable<records.Order>,
  contacts: Contacts,
  customerIds: records.CustomerIds,
  options: Abortable = {},
): Promise<Answer<"orders.tie">> {
  return call("orders.tie", { orders: listed(orders, "orders"), customerIds }, [instance(contacts, Contacts, "contacts")], options);
}

/** Whose each subscription is. */
export async function tieSubscriptions(
  subscriptions: Iterable<records.Subscription>,
  contacts: Contacts,
  customerIds: records.CustomerIds,
  options: Abortable = {},
): Promise<Answer<"subscriptions.tie">> {
  return call("subscriptions.tie", { subscriptions: listed(subscriptions, "subscriptions"), customerIds }, [instance(contacts, Contacts, "contacts")], options);
}

// --- The move -------------------------------------------------------------------------------------------------------

/** Entries for the site's `tagMap`: the contacts' tags that are the site's but for capitals or a category. Look at them before use. */
export async function proposeTagMap(
  site: SiteOr,
  contacts: Contacts,
  options: Abortable = {},
): Promise<readonly records.TagMapEntry[]> {
  const { written, lent } = lending(site);
  return (await call("site.propose-tag-map", written, [lent, instance(contacts, Contacts, "contacts")], options)).tagMap;
}

/** Who is enrolled in what, told from tags, orders and dates. */
export async function inferEnrollments(
  site: SiteOr,
  contacts: Contacts,
  now: At,
  options: Rest<"membership.infer", "now"> & Abortable = {},
): Promise<Answer<"membership.infer">> {
  const { signal, ...how } = object(options);
  const { written, lent } = lending(site);
  return call("membership.infer", { ...how, ...written, now: instant(now, "now") }, [lent, instance(contacts, Contacts, "contacts")], { signal });
}

/** What each way to go on with release timers makes of each member's modules. */
export async function continuity(
  site: SiteOr,
  contacts: Contacts,
  options: Rest<"membership.continuity"> & Abortable,
): Promise<Answer<"membership.continuity">> {
  const { signal, ...request } = object(options);
  const { written, lent } = lending(site);
  return call("membership.continuity", { ...request, ...written }, [lent, instance(contacts, Contacts, "contacts")], { signal });
}

/** Whether a site is ready to be moved, by what can be computed and by what people answered, and what is left to be done by hand. */
export async function assessReadiness(
  site: SiteOr,
  at: At,
  options: Rest<"readiness.assess", "at"> & { readonly contacts: Contacts; readonly users?: Snapshot } & Abortable,
): Promise<Answer<"readiness.assess">> {
  const { signal, contacts, users, ...request } = object(options);
  const { written, lent } = lending(site);
  const held = [lent, instance(contacts, Contacts, "options.contacts"), instance(users, Snapshot, "options.users")];
  return call("readiness.assess", { ...request, ...written, at: instant(at) }, held, { signal });
}

/** Everything that is known of a move as one document: JSON, Markdown or HTML. */
export async function report(
  site: SiteOr,
  at: At,
  options: Rest<"report.make", "at"> & { readonly contacts?: Contacts; readonly plan?: Plan } & Abortable,
): Promise<Answer<"report.make">> {
  const { signal, contacts, plan, ...request } = object(options);
  const { written, lent } = lending(site);
  const held: (Holder | undefined)[] = [lent, instance(contacts, Contacts, "options.contacts"), instance(plan, Plan, "options.plan")];
  return call("report.make", { ...request, ...written, at: instant(at) }, held, { signal });
}
