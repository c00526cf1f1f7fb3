// A checked site, and who gets to see which of its pages. Does not know the rules.

import type { Contacts } from "./contacts.js";
import { object, refused, textBytes, whole } from "./given.js";
import type { Handle } from "./native.js";
import type * as records from "./records.js";
import { type Source, readAll } from "./source.js";
import { type Abortable, type Holder, askSync, call, callSync, decoded, encoded, make, makeSync } from "./wire.js";

/** An instant: RFC 3339 with `Z`, or a `Date`. */
export type At = records.Instant | Date;

/** An instant as it is written down. `path` is the argument that it is. */
export function instant(at: At, path = "at"): records.Instant {
  if (typeof at === "string") return at;
  if (at instanceof Date && !Number.isNaN(at.getTime())) return at.toISOString();
  throw refused(path, "a valid `Date`, or a string such as `2026-03-02T09:00:00Z`", at);
}

/** A checked site, or the document of one. */
export type SiteOr = Site | records.SiteDocument;

/** The document of either. */
export function documentOf(site: SiteOr): records.SiteDocument {
  return site instanceof Site ? site.document : site;
}

/** A checked site: every reference resolved, every rule compiled. */
export class Site implements Holder {
  /** @internal */
  readonly handle: Handle;
  #document: records.SiteDocument | undefined;

  private constructor(handle: Handle) {
    this.handle = handle;
  }

  /** Checks a document, and waits. Throws a `SiteError` with every issue where it cannot be used. */
  static fromDocument(document: records.SiteDocument): Site {
    return new Site(makeSync("site", encoded(document)));
  }

  /** The same of the text of a document; the places of its mistakes are lines and columns. */
  static fromJson(json: string | Uint8Array): Site {
    return new Site(makeSync("site", textBytes(json, "json")));
  }

  /** The same of a file, a `File` or any other source of the text. */
  static async load(source: Source, options: Abortable = {}): Promise<Site> {
    const { signal } = object(options);
    return new Site(await make("site", await readAll(source, signal), [], { signal }));
  }

  /** The document. */
  get document(): records.SiteDocument {
    this.#document ??= decoded<records.SiteDocument>(askSync("site.document", encoded(undefined), this));
    return this.#document;
  }

  /** What is worth knowing of it. */
  get issues(): readonly records.Issue[] {
    return decoded(askSync("site.issues", encoded(undefined), this));
  }

  /** Whether a member gets to see a page at an instant, and why. */
  async decide(member: records.Member, page: string, at: At): Promise<records.Decision> {
    return call("access.decide", { member, page, at: instant(at) }, [this]);
  }

  /** The same for a request handler, which has the answer at once. */
  decideSync(member: records.Member, page: string, at: At): records.Decision {
    return callSync("access.decide", { member, page, at: instant(at) }, this);
  }

  /** Who a user of the target is to the site's rules at an instant: what `decide` decides by when they ask for a page. */
  async memberOf(user: records.TargetUser, at: At): Promise<records.Member> {
    return call("access.member-of", { user, at: instant(at) }, [this]);
  }

  /** Whether a user of the target gets to see a page at an instant, and why; without a user, somebody who is not logged in. */
  async decideUser(user: records.TargetUser | undefined, page: string, at: At): Promise<records.Decision> {
    return call("access.decide-user", { ...whoever(user), page, at: instant(at) }, [this]);
  }

  /** The same for a request handler, which has the answer at once. */
  decideUserSync(user: records.TargetUser | undefined, page: string, at: At): records.Decision {
    return callSync("access.decide-user", { ...whoever(user), page, at: instant(at) }, this);
  }

  /** Who of many gets to see which page. */
  async decideAll(contacts: Contacts, at: At, options: Abortable = {}): Promise<AccessTable> {
    const handle = await make("site.decide-all", encoded({ at: instant(at) }), [this, contacts], options);
    return new AccessTable(handle, (this.document.pages ?? []).map((page) => page.id));
  }

  /** Every module of an offering as it stands for an enrollment: open, scheduled or closed, and why. */
  releaseSchedule(
    enrollment: records.Enrollment,
    at: At,
    options: Pick<records.Operations["site.schedule"]["request"], "facts" | "profile"> = {},
  ): readonly records.Release[] {
    return callSync("site.schedule", { enrollment, at: instant(at), ...object(options) }, this).releases;
  }

  /** What opens and closes to whom in a span of time, for a host's clockwork. */
  async nextReleases(
    members: readonly records.EnrolledMember[],
    from: At,
    until: At,
    options: Abortable = {},
  ): Promise<records.Operations["release.next"]["answer"]> {
    return call("release.next", { members, from: instant(from, "from"), until: instant(until, "until") }, [this], options);
  }

  /** Lets go of it, sooner than the garbage collector would. */
  free(): void {
    this.handle.free();
  }
}

/** A user, if there is one. What is no user is not taken for nobody. */
function whoever(user: records.TargetUser | undefined): { readonly user?: records.TargetUser } {
  return user === undefined ? {} : { user: object(user, "user") };
}

/** Who gets to see which page: members by their place among the contacts, pages by their ids. */
export class AccessTable implements Holder {
  /** @internal */
  readonly handle: Handle;
  /** The ids of the pages, in the order of the site. */
  readonly pages: readonly string[];
  /** The number of members. */
  readonly length: number;
  readonly #bitmaps = new Map<string, Uint8Array>();

  /** @internal */
  constructor(handle: Handle, pages: readonly string[]) {
    this.handle = handle;
    this.pages = pages;
    this.length = decoded<{ members: number }>(askSync("access.size", encoded(undefined), this)).members;
  }

  /** A bit for each member who gets to see a page, the first in the lowest bit of the first byte. */
  bitmap(page: string): Uint8Array {
    let bitmap = this.#bitmaps.get(page);
    if (bitmap === undefined) {
      const place = this.pages.indexOf(page);
      if (place < 0) throw refused("page", "the id of a page of the site", page);
      bitmap = askSync("access.bitmap", encoded({ page: place }), this);
      this.#bitmaps.set(page, bitmap);
    }
    return bitmap;
  }

  /** Whether a member gets to see a page. */
  allows(member: number, page: string): boolean {
    if (whole(member, "member") < 0 || member >= this.length) throw refused("member", `a place below ${this.length}`, member);
    return this.#isSet(member, page);
  }

  #isSet(member: number, page: string): boolean {
    return (((this.bitmap(page)[member >> 3] ?? 0) >> (member & 7)) & 1) === 1;
  }

  /** How many members get to see a page. */
  count(page: string): number {
    let count = 0;
    for (const byte of this.bitmap(page)) for (let bits = byte; bits !== 0; bits &= bits - 1) count++;
    return count;
  }

  /** The members who get to see a page, in order. */
  *membersOf(page: string): IterableIterator<number> {
    for (let member = 0; member < this.length; member++) if (this.#isSet(member, page)) yield member;
  }

  /** Lets go of it, sooner than the garbage collector would. */
  free(): void {
    this.#bitmaps.clear();
    this.handle.free();
  }
}
