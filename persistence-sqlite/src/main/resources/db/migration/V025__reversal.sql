-- The close that an order follows which opens the other direction of a position; NULL for every other
-- order, and no part of the hash of its first event. It is a column of its own, because a new word among
-- the purposes would need the table to be built again.
ALTER TABLE orders ADD COLUMN reverses TEXT;

CREATE INDEX orders_by_reverses ON orders (symbol, order_id) WHERE reverses IS NOT NULL;
