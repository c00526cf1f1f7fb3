-- A membership site in a SQLite file. A user is one document, in the form of the library's wire; the columns and views beside it read
-- from that document, so that nothing is kept twice.
CREATE TABLE users (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  email_key  TEXT NOT NULL UNIQUE,
  username   TEXT NOT NULL UNIQUE COLLATE NOCASE,
  document   TEXT NOT NULL CHECK (json_valid(document)),
  email      TEXT AS (json_extract(document, '$.email')),
  first_name TEXT AS (json_extract(document, '$.firstName')),
  last_name  TEXT AS (json_extract(document, '$.lastName')),
  marketing  TEXT AS (json_extract(document, '$.marketing.status'))
);

CREATE VIEW user_roles AS
  SELECT users.id AS user_id, each.value AS role FROM users, json_each(users.document, '$.roles') AS each;

CREATE VIEW user_tags AS
  SELECT users.id AS user_id, each.value AS tag FROM users, json_each(users.document, '$.tags') AS each;

CREATE VIEW enrollments AS
  SELECT users.id AS user_id, each.key AS offering,
         json_extract(each.value, '$.enrolledAt') AS enrolled_at,
         json_extract(each.value, '$.revokedAt') AS revoked_at
  FROM users, json_each(users.document, '$.enrollments') AS each;

CREATE VIEW released_modules AS
  SELECT users.id AS user_id, enrollment.key AS offering, module.key AS module, module.value AS opened_at
  FROM users, json_each(users.document, '$.enrollments') AS enrollment, json_each(enrollment.value, '$.released') AS module;

-- `reset` who has to choose a new password, `kept` who keeps theirs, with the hash that the source had where it had one.
CREATE TABLE passwords (
  user_id INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  state   TEXT NOT NULL CHECK (state IN ('reset', 'kept')),
  hash    TEXT
);

-- Whom the site's mailer would tell how to log in. Nothing is sent from here.
CREATE TABLE outbox (
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  message TEXT NOT NULL,
  PRIMARY KEY (user_id, message)
) WITHOUT ROWID;

CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The memory of what was done, written in the same transaction as the change itself. By plan: two plans may hold the same operation, such as
-- opening the site again, and the second one means it anew.
CREATE TABLE applied_operations (
  plan TEXT NOT NULL,
  id   TEXT NOT NULL,
  PRIMARY KEY (plan, id)
) WITHOUT ROWID;
