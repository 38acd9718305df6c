-- Whose order it is, where several strategies trade on one account.
ALTER TABLE orders ADD COLUMN strategy TEXT;

CREATE INDEX orders_by_strategy ON orders (strategy, order_id) WHERE strategy IS NOT NULL;
