-- Why an order exists; NULL for an order that a caller requested. Until now the idempotency key said so
-- in prose; the keys stay, because the hashes of the event chain cover them, but nothing reads them any
-- more.
ALTER TABLE orders ADD COLUMN purpose TEXT
    CHECK (purpose IN ('LEG', 'ADOPTED', 'IMPORTED', 'CLOSING', 'PROTECTION', 'REMAINDER'));
-- The order that the purpose names: of a close the close before it, of a protection the canceled exit,
-- of a remainder the larger exit.
ALTER TABLE orders ADD COLUMN purpose_order TEXT;
ALTER TABLE orders ADD COLUMN purpose_close TEXT
    CHECK ((purpose_close IS NOT NULL) = (purpose IS NOT NULL AND purpose = 'PROTECTION'));
ALTER TABLE orders ADD COLUMN purpose_part TEXT CHECK (purpose_part IN ('REST', 'CLOSED'));
ALTER TABLE orders ADD COLUMN purpose_attempt INTEGER CHECK (purpose_attempt >= 1);
ALTER TABLE orders ADD COLUMN purpose_whole INTEGER CHECK (purpose_whole IN (0, 1));
-- 1 where this migration read the purpose from the key: the hash of the order's first event does not
-- cover it.
ALTER TABLE orders ADD COLUMN purpose_migrated INTEGER NOT NULL DEFAULT 0
    CHECK (purpose_migrated IN (0, 1));

UPDATE orders SET purpose = 'LEG', purpose_migrated = 1
WHERE idempotency_key = 'leg ' || broker_order_id AND parent IS NOT NULL;

UPDATE orders SET purpose = 'ADOPTED', purpose_migrated = 1
WHERE idempotency_key = 'adopted ' || broker_order_id;

UPDATE orders SET purpose = 'IMPORTED', purpose_migrated = 1
WHERE idempotency_key LIKE 'imported % order %'
  AND client_order_id = substr(idempotency_key, instr(idempotency_key, ' order ') + 7);

UPDATE orders SET purpose = 'CLOSING', purpose_migrated = 1,
    purpose_order = nullif(substr(idempotency_key, length(symbol) + 26), ''),
    purpose_whole = EXISTS (
        SELECT 1 FROM order_events e
        WHERE e.order_id = orders.order_id AND e.version = 1 AND e.text LIKE 'closes all%')
WHERE idempotency_key = 'close position of ' || symbol || ' first'
   OR (substr(idempotency_key, 1, length(symbol) + 25) = 'close position of ' || symbol || ' after '
       AND EXISTS (
           SELECT 1 FROM orders o
           WHERE o.order_id = substr(orders.idempotency_key, length(orders.symbol) + 26)));

UPDATE orders SET purpose = 'PROTECTION', purpose_migrated = 1,
    purpose_order = substr(idempotency_key, 15, 36),
    purpose_close = substr(idempotency_key, 52, 36),
    purpose_part = CASE WHEN substr(idempotency_key, 89, 5) = 'REST ' THEN 'REST' ELSE 'CLOSED' END,
    purpose_attempt = CAST(substr(idempotency_key, instr(substr(idempotency_key, 89), ' ') + 89) AS INTEGER)
WHERE idempotency_key LIKE 'protect again %'
  AND (substr(idempotency_key, 89) GLOB 'REST [1-9]*' OR substr(idempotency_key, 89) GLOB 'CLOSED [1-9]*')
  AND EXISTS (SELECT 1 FROM orders o WHERE o.order_id = substr(orders.idempotency_key, 15, 36))
  AND EXISTS (SELECT 1 FROM orders o WHERE o.order_id = substr(orders.idempotency_key, 52, 36));

UPDATE orders SET purpose = 'REMAINDER', purpose_migrated = 1,
    purpose_order = substr(idempotency_key, 9)
WHERE idempotency_key LIKE 'rest of %' AND parent IS NOT NULL
  AND EXISTS (SELECT 1 FROM orders o WHERE o.order_id = substr(orders.idempotency_key, 9));

-- Only orders that nobody requested are in it, so that it costs a caller's order nothing.
CREATE INDEX orders_by_purpose ON orders (purpose, symbol, order_id) WHERE purpose IS NOT NULL;
