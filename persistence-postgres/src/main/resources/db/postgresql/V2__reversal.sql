-- The close that an order follows which opens the other direction of a position; NULL for every other
-- order, and no part of the hash of its first event, as in SQLite.
ALTER TABLE orders ADD COLUMN reverses TEXT COLLATE "C";

CREATE INDEX orders_by_reverses ON orders (symbol, order_id) WHERE reverses IS NOT NULL;
