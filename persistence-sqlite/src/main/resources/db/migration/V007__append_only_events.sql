DROP TABLE order_events_unchained;

-- No program changes an event by mistake; who does it on purpose is found by the chain.
CREATE TRIGGER order_events_are_not_changed BEFORE UPDATE ON order_events
BEGIN
    SELECT RAISE(ABORT, 'order_events is append-only');
END;

CREATE TRIGGER order_events_are_not_removed BEFORE DELETE ON order_events
BEGIN
    SELECT RAISE(ABORT, 'order_events is append-only');
END;
