// A site, and a member of it.

export const SITE = {
  format: 1,
  name: "Harbour Academy",
  timezone: "Europe/Amsterdam",
  environment: { kind: "staging", url: "https://staging.harbour.example" },
  offerings: [
    {
      id: "gold",
      name: "Gold",
      kind: "course",
      accessTag: "Gold",
      modules: [
        { id: "one", name: "One" },
        { id: "two", name: "Two", release: { kind: "timer", offset: { amount: 7, unit: "days" } } },
      ],
    },
  ],
  pages: [
    { id: "home", title: "Home" },
    { id: "gold", title: "Gold", rule: { kind: "has-any", tags: ["Gold"] } },
  ],
};

export const MEMBER = { loggedIn: true, tags: ["Gold"] };
