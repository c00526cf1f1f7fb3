// Who gets to see which page now: by what is recorded, and by what the clock has opened since. Knows no rule.

import type { Site, records } from "@memberferry/node";

import type { User } from "./members.js";

/** Somebody who asks: a member, or a visitor. */
export function memberOf(site: Site, user: User | undefined, now: Date): records.Member {
  if (user === undefined) return {};
  const { createdAt, timeZone } = user;
  return {
    loggedIn: true,
    roles: user.roles ?? [],
    tags: user.tags ?? [],
    enrollments: Object.entries(user.enrollments ?? {})
      .filter(([, { revokedAt }]) => revokedAt === undefined)
      .map(([offering, enrollment]) => ({
        offering,
        released: Object.keys(enrollment.released ?? {}),
        releases: scheduleOf(site, user, { offering, ...enrollment }, now).flatMap(({ module, opensAt, closesAt }) =>
          opensAt === undefined ? [] : [{ module, opensAt, ...(closesAt === undefined ? {} : { closesAt }) }],
        ),
      })),
    ...(createdAt === undefined ? {} : { registeredAt: createdAt }),
    ...(timeZone === undefined ? {} : { timezone: timeZone }),
  };
}

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
