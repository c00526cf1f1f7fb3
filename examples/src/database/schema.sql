-- A membership site reduced to what a move touches. Names can be read without JSON; everything else known of a person is in
-- `profile`.
PRAGMA application_id = 1296454233;

CREATE TABLE users (
  id         INTEGER PRIMARY KEY,
  email      TEXT NOT NULL,
  email_key  TEXT NOT NULL UNIQUE,
  username   TEXT NOT NULL UNIQUE COLLATE NOCASE,
  profile    TEXT NOT NULL,
  first_name TEXT AS (profile ->> '$.firstName'),
  last_name  TEXT AS (profile ->> '$.lastName'),
  marketing  TEXT AS (profile ->> '$.marketing.status')
) STRICT;

CREATE TABLE user_roles (
  user_id INTEGER NOT NULL REFERENCES users,
  role    TEXT NOT NULL,
  PRIMARY KEY (user_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE user_tags (
  user_id INTEGER NOT NULL REFERENCES users,
  tag     TEXT NOT NULL,
  PRIMARY KEY (user_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE enrollments (
  user_id     INTEGER NOT NULL REFERENCES users,
  offering    TEXT NOT NULL,
  enrolled_at TEXT NOT NULL,
  clock_from  TEXT,
  revoked_at  TEXT,
  PRIMARY KEY (user_id, offering)
) STRICT, WITHOUT ROWID;

CREATE TABLE released_modules (
  user_id   INTEGER NOT NULL,
  offering  TEXT NOT NULL,
  module    TEXT NOT NULL,
  opened_at TEXT,
  PRIMARY KEY (user_id, offering, module),
  FOREIGN KEY (user_id, offering) REFERENCES enrollments
) STRICT, WITHOUT ROWID;

-- Whose opening a member is never told of: they were, or it was open before a move.
CREATE TABLE notified_modules (
  user_id  INTEGER NOT NULL,
  offering TEXT NOT NULL,
  module   TEXT NOT NULL,
  PRIMARY KEY (user_id, offering, module),
  FOREIGN KEY (user_id, offering) REFERENCES enrollments
) STRICT, WITHOUT ROWID;

CREATE TABLE completed_modules (
  user_id      INTEGER NOT NULL,
  offering     TEXT NOT NULL,
  module       TEXT NOT NULL,
  completed_at TEXT NOT NULL,
  PRIMARY KEY (user_id, offering, module),
  FOREIGN KEY (user_id, offering) REFERENCES enrollments
) STRICT, WITHOUT ROWID;

-- Times in which a member's clock stands still; one without an end goes on.
CREATE TABLE pauses (
  user_id      INTEGER NOT NULL,
  offering     TEXT NOT NULL,
  paused_from  TEXT NOT NULL,
  paused_until TEXT,
  FOREIGN KEY (user_id, offering) REFERENCES enrollments
) STRICT;

CREATE INDEX pauses_of_enrollment ON pauses (user_id, offering);

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has to choose a new password. They got a random one; none is stored here.
CREATE TABLE password_resets (
  user_id INTEGER PRIMARY KEY REFERENCES users
) STRICT;

-- Who keeps the password they have: by the hash that the source had, or, without a hash, by one that a site with a log-in would make
-- of it. The password itself is not stored.
CREATE TABLE kept_passwords (
  user_id INTEGER PRIMARY KEY REFERENCES users,
  hash    TEXT
) STRICT;

-- What the site's mailer would send. Nothing is sent by `migrate`.
CREATE TABLE outbox (
  user_id INTEGER NOT NULL REFERENCES users,
  message TEXT NOT NULL,
  PRIMARY KEY (user_id, message)
) STRICT, WITHOUT ROWID;

-- The memory of what was done, written in the same transaction as the change itself. By plan: two plans may hold the same
-- operation, such as opening the site again, and the second one means it anew.
CREATE TABLE applied_operations (
  plan TEXT NOT NULL,
  id   TEXT NOT NULL,
  PRIMARY KEY (plan, id)
) STRICT, WITHOUT ROWID;
