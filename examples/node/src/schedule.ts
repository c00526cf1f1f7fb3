// What a member has of the site's offerings, as the clock stands. Knows no rule.

import type { Site, records } from "@memberferry/node";

import type { User } from "./members.js";

/** Every module of what a member is enrolled in, as it stands. An offering that the site does not have any more has none. */
export function scheduleOf(site: Site, user: User, enrollment: records.Enrollment, now: Date): readonly records.Release[] {
  if (!site.document.offerings?.some(({ id }) => id === enrollment.offering)) return [];
  return site.releaseSchedule(enrollment, now, { facts: factsOf(user) });
}

/** What schedules may count from, besides the enrollment. */
export function factsOf({ createdAt, timeZone }: User): records.MemberFacts {
  return {
    ...(createdAt === undefined ? {} : { registeredAt: createdAt }),
    ...(timeZone === undefined ? {} : { timezone: timeZone }),
  };
}
