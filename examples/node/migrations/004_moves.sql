-- A move: a plan that somebody looks at, approves, and that is then carried out.
CREATE TABLE moves (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  state text NOT NULL DEFAULT 'planned' CHECK (
    state IN ('planned', 'approved', 'running', 'complete', 'complete-with-failures', 'stopped', 'aborted')
  ),
  digest text NOT NULL,
  summary jsonb NOT NULL,
  blockers jsonb NOT NULL,
  -- Of what was read: how many of everything, and the records that were set aside, to be mended and sent again.
  read jsonb,
  set_aside text,
  -- The move that this one takes back.
  takes_back uuid REFERENCES moves,
  -- Where the backup is, as whoever approved it says.
  backup text,
  progress jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  approved_at timestamptz
);
CREATE INDEX moves_to_do ON moves (created_at) WHERE state IN ('approved', 'running');

CREATE TABLE plan_chunks (
  move_id uuid NOT NULL REFERENCES moves ON DELETE CASCADE,
  place integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (move_id, place)
);

-- The journal of a run. A line stands here if and only if what it tells of was committed: both are one transaction.
CREATE TABLE journal_lines (
  move_id uuid NOT NULL REFERENCES moves,
  starts_at bigint NOT NULL,
  lines bytea NOT NULL,
  PRIMARY KEY (move_id, starts_at)
);
