-- Who sees what: foreseen before a move is approved, proved after it was carried out.
ALTER TABLE moves
  -- What was foreseen of the plan: as it was made, or with what whoever approved it accepts. None of a move that takes another back.
  ADD COLUMN access jsonb,
  -- The losses and the gains that whoever approved it accepts.
  ADD COLUMN accepted jsonb NOT NULL DEFAULT '{"losses": [], "gains": []}';

-- The people whom a plan was made of, as lines of JSON without their passwords: what they saw before is told by nothing else.
CREATE TABLE move_contacts (
  move_id uuid NOT NULL REFERENCES moves ON DELETE CASCADE,
  place integer NOT NULL,
  lines bytea NOT NULL,
  PRIMARY KEY (move_id, place)
);
