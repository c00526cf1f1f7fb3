// The site's documents: as it is, and as it was before a move, where that was another. Knows no table.

import { Site, type records } from "@memberferry/node";

import type { Config } from "./config.js";

export interface Sites {
  readonly site: Site;
  /** Where it is left out, the site's own, with the tags that were renamed. */
  readonly before?: records.SiteDocument | undefined;
}

export async function loadSites({ site, siteBefore }: Pick<Config, "site" | "siteBefore">): Promise<Sites> {
  if (siteBefore === undefined) return { site: await Site.load(site) };
  const before = await Site.load(siteBefore);
  return { site: await Site.load(site), before: before.document };
}
