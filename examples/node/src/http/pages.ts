// Pages, for whoever may see them, and what a member has.

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import type { User } from "../members.js";
import { scheduleOf } from "../schedule.js";
import { visitorOf } from "../sessions.js";
import type { Service } from "./app.js";
import { HttpError } from "./errors.js";
import { COOKIE } from "./sessions.js";

export async function pages(app: FastifyInstance, { pool, site, now }: Service): Promise<void> {
  const known = new Map(site.document.pages?.map((page) => [page.id, page]));

  const visitor = async ({ cookies }: FastifyRequest, reply: FastifyReply): Promise<User | undefined> => {
    const { user, inMaintenance } = await visitorOf(pool, cookies[COOKIE]);
    if (!inMaintenance) return user;
    reply.header("retry-after", "60");
    throw new HttpError(503, "maintenance", "members are being moved: come back in a while");
  };

  app.get<{ Params: { page: string } }>("/pages/:page", async (request, reply) => {
    const page = known.get(request.params.page);
    if (page === undefined) throw new HttpError(404, "no-page", "there is no such page");
    const user = await visitor(request, reply);
    const at = now();
    const decision = site.decideUserSync(user, page.id, at);
    // It is one person's, and may be another answer in a minute.
    reply.header("cache-control", "private, no-store");
    if (decision.allowed) return { id: page.id, title: page.title, ...(decision.closesAt === undefined ? {} : { closesAt: decision.closesAt }) };
    const { reason, explanation, opensAt, redirect } = decision;
    if (redirect !== undefined) reply.header("location", redirect);
    return reply.code(user === undefined ? 401 : 403).send({ code: reason, message: explanation, opensAt, redirect });
  });

  app.get("/me", async (request, reply) => {
    const user = await visitor(request, reply);
    if (user === undefined) throw new HttpError(401, "login-required", "log in first");
    const at = now();
    const enrollments = Object.entries(user.enrollments ?? {}).map(([offering, enrollment]) => ({
      offering,
      enrolledAt: enrollment.enrolledAt,
      modules: scheduleOf(site, user, { offering, ...enrollment }, at),
    }));
    reply.header("cache-control", "private, no-store");
    return { email: user.email, firstName: user.firstName, enrollments };
  });
}
