-- Who is logged in. The token itself is with the browser alone.
CREATE TABLE sessions (
  token_sha256 bytea PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES members ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_of_member ON sessions (member_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
