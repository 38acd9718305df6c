-- What is kept besides orders, each time as it was written, in a chain of its own: executions, risk
-- changes, incidents and owners of the trading lease. The rows from before are added by
-- RecordChaining, in the same transaction, and are marked as FOUND.
CREATE TABLE record_events (
    seq        INTEGER NOT NULL PRIMARY KEY,
    kind       TEXT    NOT NULL,
    record_key TEXT    NOT NULL,
    content    TEXT    NOT NULL,
    origin     TEXT    NOT NULL CHECK (origin IN ('WRITTEN', 'FOUND')),
    hash       TEXT    NOT NULL
) STRICT;

CREATE INDEX record_events_by_record ON record_events (kind, record_key, seq);

-- One row: the last one, by which a missing one is found.
CREATE TABLE record_chain (
    id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  INTEGER NOT NULL CHECK (seq >= 0),
    hash TEXT    NOT NULL
) STRICT;

INSERT INTO record_chain (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER record_events_are_not_changed BEFORE UPDATE ON record_events
BEGIN
    SELECT RAISE(ABORT, 'record_events is append-only');
END;

CREATE TRIGGER record_events_are_not_removed BEFORE DELETE ON record_events
BEGIN
    SELECT RAISE(ABORT, 'record_events is append-only');
END;
