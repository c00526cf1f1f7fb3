// The checks that a user would write with zod, the same as the library's: an address that can be mailed, normalised, each person once; names
// composed and without spaces around; a date in three ways of writing it; tags apart, each once; a status of the ones that are known. Knows no
// file. Runs in Node and in a worker.

/** Takes records, and says how many contacts they make and a sum over all of their values, so that none is left out. */
export function people(z) {
  const text = z.string().transform((cell) => cell.trim().normalize("NFC"));
  const optional = text.transform((cell) => (cell === "" ? undefined : cell));
  const email = text.pipe(z.email()).transform((address) => address.toLowerCase());
  const date = text.transform((cell, context) => {
    if (cell === "") return undefined;
    const us = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2})$/.exec(cell);
    const at = new Date(us === null ? cell.replace(" UTC", "Z").replace(/^(\S+) /, "$1T") : `${us[3]}-${us[1]}-${us[2]}T${us[4]}Z`);
    if (Number.isNaN(at.getTime())) {
      context.addIssue({ code: "custom", message: "no date" });
      return z.NEVER;
    }
    return at;
  });
  const row = z.object({
    id: optional,
    email,
    first_name: optional,
    last_name: optional,
    "email status": z.enum(["active", "unsubscribed", "bounced", "complained", "cancelled"]),
    created_at: date.catch(undefined),
    tags: text.transform((cell) => [...new Set(cell.split(",").map((tag) => tag.trim()).filter((tag) => tag !== ""))]),
    company: optional,
    phone: optional,
    country: z.string().regex(/^[A-Z]{2}$/),
    utm_source: optional,
    birthday: optional,
    notes: optional,
  });
  const known = new Map();
  const issues = [];
  let line = 1;
  return {
    take(record) {
      line += 1;
      const checked = row.safeParse(record);
      if (!checked.success) {
        issues.push({ line, issues: checked.error.issues });
        return;
      }
      const first = known.get(checked.data.email);
      if (first === undefined) known.set(checked.data.email, checked.data);
      else first.tags = [...new Set([...first.tags, ...checked.data.tags])];
    },
    found() {
      let sum = 0;
      for (const person of known.values()) {
        sum += person.email.length + (person.first_name?.length ?? 0) + (person.last_name?.length ?? 0);
        sum += person.tags.length + (person.created_at === undefined ? 0 : 1) + person["email status"].length;
      }
      return { contacts: known.size, issues: issues.length, sum };
    },
  };
}
