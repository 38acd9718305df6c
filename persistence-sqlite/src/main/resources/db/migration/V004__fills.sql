-- Every execution on the account that was ever heard of, also of orders that are not ours (yet).
CREATE TABLE fills (
    execution_id    TEXT    NOT NULL PRIMARY KEY,
    broker_order_id TEXT    NOT NULL,
    symbol          TEXT    NOT NULL,
    side            TEXT    NOT NULL CHECK (side IN ('BUY', 'SELL')),
    last_qty        TEXT    NOT NULL,
    last_px         TEXT    NOT NULL,
    cum_qty         TEXT    NOT NULL,
    leaves_qty      TEXT,
    transact_time   INTEGER NOT NULL
) STRICT;

CREATE INDEX fills_by_order ON fills (broker_order_id);
CREATE INDEX fills_by_time ON fills (transact_time);
