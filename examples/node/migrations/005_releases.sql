-- How far the job is that records what the clock has opened.
CREATE TABLE clockwork (
  job text PRIMARY KEY,
  until timestamptz NOT NULL
);

-- What opened and closed, each once.
CREATE TABLE release_events (
  member_id bigint NOT NULL REFERENCES members ON DELETE CASCADE,
  offering text NOT NULL,
  module text NOT NULL,
  turn text NOT NULL CHECK (turn IN ('opens', 'closes')),
  at timestamptz NOT NULL,
  -- Whether the member knows of it already; whoever announces openings leaves those out.
  notified boolean NOT NULL,
  PRIMARY KEY (member_id, offering, module, turn, at)
);
