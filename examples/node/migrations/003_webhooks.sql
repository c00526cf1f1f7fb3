-- What was delivered, so that it is done once.
CREATE TABLE webhook_deliveries (
  webhook text NOT NULL,
  delivery text NOT NULL,
  body_sha256 bytea NOT NULL,
  outcome text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (webhook, delivery)
);

-- When the latest event happened that was carried out, by member and what it is about: an older one that comes later changes nothing.
CREATE TABLE webhook_marks (
  member_id bigint NOT NULL REFERENCES members ON DELETE CASCADE,
  subject text NOT NULL,
  occurred_at timestamptz NOT NULL,
  PRIMARY KEY (member_id, subject)
);
