-- Every change of positions and cash that is no trade, as the broker booked it. Kinds have no CHECK: a
-- later release may know more.
CREATE TABLE adjustments (
    adjustment_id INTEGER NOT NULL PRIMARY KEY,
    activity_id   TEXT    NOT NULL UNIQUE,
    kind          TEXT    NOT NULL,
    type          TEXT    NOT NULL,
    symbol        TEXT,
    quantity      TEXT    NOT NULL,
    cash          TEXT    NOT NULL,
    price         TEXT,
    broker_order_id TEXT,
    text          TEXT    NOT NULL,
    at            INTEGER NOT NULL,
    payload       TEXT    NOT NULL
) STRICT;

CREATE INDEX adjustments_by_symbol ON adjustments (symbol, adjustment_id) WHERE symbol IS NOT NULL;

CREATE TRIGGER adjustments_are_not_changed BEFORE UPDATE ON adjustments
BEGIN
    SELECT RAISE(ABORT, 'adjustments is append-only');
END;

CREATE TRIGGER adjustments_are_not_removed BEFORE DELETE ON adjustments
BEGIN
    SELECT RAISE(ABORT, 'adjustments is append-only');
END;
