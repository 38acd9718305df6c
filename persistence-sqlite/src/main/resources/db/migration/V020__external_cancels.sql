-- Requested cancels of external orders, by the broker's ids; a row is removed once its order has ended.
CREATE TABLE external_cancels (
    broker_order_id TEXT    NOT NULL PRIMARY KEY,
    requested_at    INTEGER NOT NULL
) STRICT;
