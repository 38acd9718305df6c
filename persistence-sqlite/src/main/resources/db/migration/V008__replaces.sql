-- The order whose place this one is to take or took.
ALTER TABLE orders ADD COLUMN replaces TEXT REFERENCES orders (order_id);

CREATE INDEX orders_by_replaces ON orders (replaces, order_id) WHERE replaces IS NOT NULL;
