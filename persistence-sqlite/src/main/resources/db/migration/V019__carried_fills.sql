-- How much of the fills of a replaced order its replacement counts, where that is not what the order
-- has filled: an execution was busted after the replacement, or the broker carried nothing over. NULL
-- for every order from before, whose fills are what its replacement counts; no part of the hash of an
-- event that has none.
ALTER TABLE orders ADD COLUMN carried_qty TEXT;
ALTER TABLE orders ADD COLUMN carried_px TEXT;
ALTER TABLE order_events ADD COLUMN carried_qty TEXT;
ALTER TABLE order_events ADD COLUMN carried_px TEXT;
