-- The quantity and prices at which the broker works an order, where they are not those that were
-- sent: NULL for every order from before, and no part of the hash of an event that has none.
ALTER TABLE orders ADD COLUMN working_qty TEXT;
ALTER TABLE orders ADD COLUMN working_limit TEXT;
ALTER TABLE orders ADD COLUMN working_stop TEXT;
ALTER TABLE order_events ADD COLUMN working_qty TEXT;
ALTER TABLE order_events ADD COLUMN working_limit TEXT;
ALTER TABLE order_events ADD COLUMN working_stop TEXT;
