-- Decimals are TEXT in one canonical form (no exponent, no trailing zeros), because SQLite has no
-- exact decimal type. Times are INTEGER nanoseconds since 1970 UTC, because INTEGER is exact, sorts
-- and is smaller than text.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
    order_id         TEXT    NOT NULL PRIMARY KEY CHECK (length(order_id) = 36),
    client_order_id  TEXT    NOT NULL UNIQUE,
    idempotency_key  TEXT    NOT NULL UNIQUE,
    parent           TEXT    REFERENCES orders (order_id),
    symbol           TEXT    NOT NULL,
    side             TEXT    NOT NULL CHECK (side IN ('BUY', 'SELL')),
    order_qty        TEXT,
    cash_order_qty   TEXT,
    order_type       TEXT    NOT NULL
        CHECK (order_type IN ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT', 'TRAILING_STOP')),
    limit_price      TEXT
        CHECK ((limit_price IS NOT NULL) = (order_type IN ('LIMIT', 'STOP_LIMIT'))),
    stop_px          TEXT
        CHECK ((stop_px IS NOT NULL) = (order_type IN ('STOP', 'STOP_LIMIT'))),
    trail_offset     TEXT,
    trail_percent    TEXT,
    time_in_force    TEXT    NOT NULL,
    trading_hours    TEXT    NOT NULL CHECK (trading_hours IN ('REGULAR', 'EXTENDED')),
    order_class      TEXT    NOT NULL
        CHECK (order_class IN ('SIMPLE', 'BRACKET', 'ONE_CANCELS_OTHER', 'ONE_TRIGGERS_OTHER')),
    take_profit_limit TEXT,
    stop_loss_stop   TEXT,
    stop_loss_limit  TEXT,
    status           TEXT    NOT NULL,
    may_be_at_broker INTEGER NOT NULL CHECK (may_be_at_broker IN (0, 1)),
    broker_order_id  TEXT,
    broker_status    TEXT    NOT NULL,
    cum_qty          TEXT    NOT NULL,
    avg_px           TEXT,
    cancel_wanted    INTEGER NOT NULL CHECK (cancel_wanted IN (0, 1)),
    transact_time    INTEGER,
    text             TEXT    NOT NULL,
    created_at       INTEGER NOT NULL,
    updated_at       INTEGER NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    CHECK ((order_qty IS NOT NULL) + (cash_order_qty IS NOT NULL) = 1),
    CHECK ((trail_offset IS NOT NULL) + (trail_percent IS NOT NULL) = (order_type = 'TRAILING_STOP'))
) STRICT;

-- An index on a column that changes makes each change 2.6 times as dear, so there are few: an order
-- moves between the last two once in its life, when it ends.
CREATE UNIQUE INDEX orders_by_broker_order_id ON orders (broker_order_id)
    WHERE broker_order_id IS NOT NULL;
CREATE INDEX orders_by_parent ON orders (parent, order_id) WHERE parent IS NOT NULL;
CREATE INDEX orders_by_symbol ON orders (symbol, order_id);
CREATE INDEX orders_at_broker ON orders (order_id) WHERE may_be_at_broker = 1;
CREATE INDEX orders_not_at_broker ON orders (status, order_id) WHERE may_be_at_broker = 0;

-- One row for each version of an order, written in the same transaction as the version itself.
CREATE TABLE order_events (
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
    PRIMARY KEY (order_id, version)
) STRICT;
