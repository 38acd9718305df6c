-- What a person must know of. Kinds have no CHECK: a later release may know more.
CREATE TABLE incidents (
    incident_id INTEGER NOT NULL PRIMARY KEY,
    kind        TEXT    NOT NULL,
    subject     TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    opened_at   INTEGER NOT NULL,
    closed_at   INTEGER,
    resolution  TEXT    NOT NULL
) STRICT;

CREATE UNIQUE INDEX incidents_open ON incidents (kind, subject) WHERE closed_at IS NULL;

-- One row at most: what the trading loop last said of itself.
CREATE TABLE loop_report (
    id           INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    owner        TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    good_at      INTEGER,
    good_nanos   INTEGER,
    good_changed INTEGER,
    stale_at     INTEGER NOT NULL,
    trouble      TEXT    NOT NULL,
    stream       TEXT    NOT NULL,
    stream_since INTEGER NOT NULL,
    CHECK ((good_at IS NULL) = (good_nanos IS NULL) AND (good_at IS NULL) = (good_changed IS NULL))
) STRICT;
