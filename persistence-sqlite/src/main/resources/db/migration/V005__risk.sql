-- What holds orders back, read in the transaction of each order that is to be sent: so every process
-- obeys a change from the moment at which it is committed. One row a limit or restriction.
CREATE TABLE risk_rules (
    kind  TEXT    NOT NULL CHECK (kind IN ('LIMIT', 'RESTRICTION')),
    name  TEXT    NOT NULL,
    value TEXT    NOT NULL,
    who   TEXT    NOT NULL,
    why   TEXT    NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;

-- Every change of it, for ever; no value where something was taken away.
CREATE TABLE risk_changes (
    change INTEGER NOT NULL PRIMARY KEY,
    kind   TEXT    NOT NULL CHECK (kind IN ('LIMIT', 'RESTRICTION')),
    name   TEXT    NOT NULL,
    value  TEXT,
    who    TEXT    NOT NULL,
    why    TEXT    NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

CREATE TRIGGER risk_changes_are_not_edited BEFORE UPDATE ON risk_changes
BEGIN
    SELECT RAISE(ABORT, 'a risk change is kept as it was');
END;

CREATE TRIGGER risk_changes_are_not_removed BEFORE DELETE ON risk_changes
BEGIN
    SELECT RAISE(ABORT, 'a risk change is kept as it was');
END;

-- What is held of each instrument that a limit has asked about, as all fills of its orders add up;
-- kept in step by every write that changes a filled quantity. No row: nobody has asked yet.
CREATE TABLE holdings (
    symbol  TEXT    NOT NULL PRIMARY KEY,
    net_qty TEXT    NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1)
) STRICT, WITHOUT ROWID;

CREATE INDEX orders_at_broker_by_symbol ON orders (symbol, side, order_id)
    WHERE may_be_at_broker = 1;
