CREATE TABLE orders (
    order_id        TEXT    NOT NULL PRIMARY KEY,
    client_order_id TEXT    NOT NULL UNIQUE,
    broker_order_id TEXT    UNIQUE,
    symbol          TEXT    NOT NULL,
    status          TEXT    NOT NULL,
    version         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
