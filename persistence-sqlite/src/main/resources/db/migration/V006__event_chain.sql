-- Each event gets a place in one chain over all orders and a hash that covers it and the hash before
-- it. The rows from before are chained by EventChaining, in the same transaction.
ALTER TABLE order_events RENAME TO order_events_unchained;

-- The place is the row's own key and so costs no index.
CREATE TABLE order_events (
    seq             INTEGER NOT NULL PRIMARY KEY,
    order_id        TEXT    NOT NULL REFERENCES orders (order_id),
    version         INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    status          TEXT    NOT NULL,
    broker_order_id TEXT,
    broker_status   TEXT    NOT NULL,
    cum_qty         TEXT    NOT NULL,
    avg_px          TEXT,
    cancel_wanted   INTEGER NOT NULL CHECK (cancel_wanted IN (0, 1)),
    transact_time   INTEGER,
    text            TEXT    NOT NULL,
    source          TEXT    NOT NULL,
    summary         TEXT    NOT NULL,
    request_id      TEXT    NOT NULL,
    payload         TEXT    NOT NULL,
    hash            TEXT    NOT NULL,
    UNIQUE (order_id, version)
) STRICT;

-- One row: the last event, by which a missing one is found.
CREATE TABLE event_chain (
    id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  INTEGER NOT NULL CHECK (seq >= 0),
    hash TEXT    NOT NULL
) STRICT;

INSERT INTO event_chain (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
