-- The tables and columns of the SQLite schema, so that both stores share their statements and the
-- hash chain is the same byte for byte. Amounts are NUMERIC without a scale, which keeps the digits
-- they were written with. Times are BIGINT nanoseconds since 1970 UTC, because TIMESTAMPTZ has
-- microseconds only and the hashes cover nanoseconds; payloads are TEXT, because JSONB would change
-- the text that the hashes cover. The views at the end show both in PostgreSQL's own types.
-- Text is compared by its bytes (COLLATE "C"), as in SQLite.

CREATE TABLE meta (
    name  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);

-- One row: a writer updates it first, so that one transaction writes at a time, on all machines,
-- and knows whether another one has written since its own last.
CREATE TABLE write_lock (
    id     SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    writes BIGINT   NOT NULL
) WITH (fillfactor = 50);

INSERT INTO write_lock (id, writes) VALUES (1, 0);

CREATE TABLE orders (
    order_id          TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(order_id) = 36),
    client_order_id   TEXT COLLATE "C" NOT NULL UNIQUE,
    idempotency_key   TEXT COLLATE "C" NOT NULL UNIQUE,
    parent            TEXT COLLATE "C" REFERENCES orders (order_id),
    symbol            TEXT COLLATE "C" NOT NULL,
    side              TEXT COLLATE "C" NOT NULL CHECK (side IN ('BUY', 'SELL')),
    order_qty         NUMERIC,
    cash_order_qty    NUMERIC,
    order_type        TEXT COLLATE "C" NOT NULL
        CHECK (order_type IN ('MARKET', 'LIMIT', 'STOP', 'STOP_LIMIT', 'TRAILING_STOP')),
    limit_price       NUMERIC
        CHECK ((limit_price IS NOT NULL) = (order_type IN ('LIMIT', 'STOP_LIMIT'))),
    stop_px           NUMERIC
        CHECK ((stop_px IS NOT NULL) = (order_type IN ('STOP', 'STOP_LIMIT'))),
    trail_offset      NUMERIC,
    trail_percent     NUMERIC,
    time_in_force     TEXT COLLATE "C" NOT NULL,
    trading_hours     TEXT COLLATE "C" NOT NULL CHECK (trading_hours IN ('REGULAR', 'EXTENDED')),
    order_class       TEXT COLLATE "C" NOT NULL
        CHECK (order_class IN ('SIMPLE', 'BRACKET', 'ONE_CANCELS_OTHER', 'ONE_TRIGGERS_OTHER')),
    take_profit_limit NUMERIC,
    stop_loss_stop    NUMERIC,
    stop_loss_limit   NUMERIC,
    status            TEXT COLLATE "C" NOT NULL,
    may_be_at_broker  SMALLINT NOT NULL CHECK (may_be_at_broker IN (0, 1)),
    broker_order_id   TEXT COLLATE "C",
    broker_status     TEXT COLLATE "C" NOT NULL,
    cum_qty           NUMERIC NOT NULL,
    avg_px            NUMERIC,
    cancel_wanted     SMALLINT NOT NULL CHECK (cancel_wanted IN (0, 1)),
    transact_time     BIGINT,
    text              TEXT COLLATE "C" NOT NULL,
    created_at        BIGINT NOT NULL,
    updated_at        BIGINT NOT NULL,
    version           BIGINT NOT NULL CHECK (version >= 1),
    replaces          TEXT COLLATE "C" REFERENCES orders (order_id),
    strategy          TEXT COLLATE "C",
    working_qty       NUMERIC,
    working_limit     NUMERIC,
    working_stop      NUMERIC,
    purpose           TEXT COLLATE "C" CHECK (
        purpose IN ('LEG', 'ADOPTED', 'IMPORTED', 'CLOSING', 'PROTECTION', 'REMAINDER')),
    purpose_order     TEXT COLLATE "C",
    purpose_close     TEXT COLLATE "C"
        CHECK ((purpose_close IS NOT NULL) = (purpose IS NOT NULL AND purpose = 'PROTECTION')),
    purpose_part      TEXT COLLATE "C" CHECK (purpose_part IN ('REST', 'CLOSED')),
    purpose_attempt   BIGINT CHECK (purpose_attempt >= 1),
    purpose_whole     SMALLINT CHECK (purpose_whole IN (0, 1)),
    purpose_migrated  SMALLINT NOT NULL DEFAULT 0 CHECK (purpose_migrated IN (0, 1)),
    key_scope         TEXT COLLATE "C",
    carried_qty       NUMERIC,
    carried_px        NUMERIC,
    CHECK (num_nonnulls(order_qty, cash_order_qty) = 1),
    CHECK ((num_nonnulls(trail_offset, trail_percent) = 1) = (order_type = 'TRAILING_STOP')),
    CHECK (num_nonnulls(trail_offset, trail_percent) <= 1)
) WITH (fillfactor = 80);

CREATE UNIQUE INDEX orders_by_broker_order_id ON orders (broker_order_id)
    WHERE broker_order_id IS NOT NULL;
CREATE INDEX orders_by_parent ON orders (parent, order_id) WHERE parent IS NOT NULL;
CREATE INDEX orders_by_symbol ON orders (symbol, order_id);
CREATE INDEX orders_at_broker ON orders (order_id) WHERE may_be_at_broker = 1;
CREATE INDEX orders_not_at_broker ON orders (status, order_id) WHERE may_be_at_broker = 0;
CREATE INDEX orders_at_broker_by_symbol ON orders (symbol, side, order_id)
    WHERE may_be_at_broker = 1;
CREATE INDEX orders_by_replaces ON orders (replaces, order_id) WHERE replaces IS NOT NULL;
CREATE INDEX orders_by_strategy ON orders (strategy, order_id) WHERE strategy IS NOT NULL;
CREATE INDEX orders_by_purpose ON orders (purpose, symbol, order_id) WHERE purpose IS NOT NULL;
CREATE INDEX orders_at_broker_by_strategy ON orders (strategy, order_id)
    WHERE may_be_at_broker = 1 AND strategy IS NOT NULL;

CREATE TABLE order_events (
    seq             BIGINT NOT NULL PRIMARY KEY,
    order_id        TEXT COLLATE "C" NOT NULL REFERENCES orders (order_id),
    version         BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    status          TEXT COLLATE "C" NOT NULL,
    broker_order_id TEXT COLLATE "C",
    broker_status   TEXT COLLATE "C" NOT NULL,
    cum_qty         NUMERIC NOT NULL,
    avg_px          NUMERIC,
    cancel_wanted   SMALLINT NOT NULL CHECK (cancel_wanted IN (0, 1)),
    transact_time   BIGINT,
    text            TEXT COLLATE "C" NOT NULL,
    source          TEXT COLLATE "C" NOT NULL,
    summary         TEXT COLLATE "C" NOT NULL,
    request_id      TEXT COLLATE "C" NOT NULL,
    payload         TEXT COLLATE "C" NOT NULL,
    hash            TEXT COLLATE "C" NOT NULL,
    working_qty     NUMERIC,
    working_limit   NUMERIC,
    working_stop    NUMERIC,
    carried_qty     NUMERIC,
    carried_px      NUMERIC,
    UNIQUE (order_id, version)
);

CREATE TABLE event_chain (
    id   SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  BIGINT   NOT NULL CHECK (seq >= 0),
    hash TEXT COLLATE "C" NOT NULL
) WITH (fillfactor = 50);

INSERT INTO event_chain (id, seq, hash) VALUES (1, 0, repeat('0', 64));

CREATE TABLE record_events (
    seq        BIGINT NOT NULL PRIMARY KEY,
    kind       TEXT COLLATE "C" NOT NULL,
    record_key TEXT COLLATE "C" NOT NULL,
    content    TEXT COLLATE "C" NOT NULL,
    origin     TEXT COLLATE "C" NOT NULL CHECK (origin IN ('WRITTEN', 'FOUND')),
    hash       TEXT COLLATE "C" NOT NULL
);

CREATE INDEX record_events_by_record ON record_events (kind, record_key, seq);

CREATE TABLE record_chain (
    id   SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seq  BIGINT   NOT NULL CHECK (seq >= 0),
    hash TEXT COLLATE "C" NOT NULL
) WITH (fillfactor = 50);

INSERT INTO record_chain (id, seq, hash) VALUES (1, 0, repeat('0', 64));

CREATE TABLE trading_lease (
    id    SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    owner TEXT COLLATE "C" NOT NULL,
    epoch BIGINT NOT NULL CHECK (epoch >= 1),
    until BIGINT NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE incidents (
    incident_id      BIGINT NOT NULL PRIMARY KEY,
    kind             TEXT COLLATE "C" NOT NULL,
    subject          TEXT COLLATE "C" NOT NULL,
    text             TEXT COLLATE "C" NOT NULL,
    opened_at        BIGINT NOT NULL,
    closed_at        BIGINT,
    resolution       TEXT COLLATE "C" NOT NULL,
    acknowledged_by  TEXT COLLATE "C",
    acknowledged_why TEXT COLLATE "C",
    acknowledged_at  BIGINT
);

CREATE UNIQUE INDEX incidents_open ON incidents (kind, subject) WHERE closed_at IS NULL;

CREATE TABLE loop_report (
    id           SMALLINT NOT NULL PRIMARY KEY CHECK (id = 1),
    owner        TEXT COLLATE "C" NOT NULL,
    at           BIGINT NOT NULL,
    good_at      BIGINT,
    good_nanos   BIGINT,
    good_changed BIGINT,
    stale_at     BIGINT NOT NULL,
    trouble      TEXT COLLATE "C" NOT NULL,
    stream       TEXT COLLATE "C" NOT NULL,
    stream_since BIGINT NOT NULL,
    CHECK ((good_at IS NULL) = (good_nanos IS NULL) AND (good_at IS NULL) = (good_changed IS NULL))
) WITH (fillfactor = 50);

CREATE TABLE fills (
    execution_id    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    broker_order_id TEXT COLLATE "C" NOT NULL,
    symbol          TEXT COLLATE "C" NOT NULL,
    side            TEXT COLLATE "C" NOT NULL CHECK (side IN ('BUY', 'SELL')),
    last_qty        NUMERIC NOT NULL,
    last_px         NUMERIC NOT NULL,
    cum_qty         NUMERIC NOT NULL,
    leaves_qty      NUMERIC,
    transact_time   BIGINT NOT NULL
);

CREATE INDEX fills_by_order ON fills (broker_order_id);
CREATE INDEX fills_by_time ON fills (transact_time);

CREATE TABLE fill_corrections (
    correction_id   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    corrected       TEXT COLLATE "C" NOT NULL,
    broker_order_id TEXT COLLATE "C" NOT NULL,
    qty             NUMERIC NOT NULL,
    px              NUMERIC,
    at              BIGINT NOT NULL,
    evidence        TEXT COLLATE "C" NOT NULL
);

CREATE INDEX fill_corrections_by_order ON fill_corrections (broker_order_id);

CREATE TABLE risk_changes (
    change   BIGINT NOT NULL PRIMARY KEY,
    kind     TEXT COLLATE "C" NOT NULL CHECK (kind IN ('LIMIT', 'RESTRICTION')),
    name     TEXT COLLATE "C" NOT NULL,
    value    TEXT COLLATE "C",
    who      TEXT COLLATE "C" NOT NULL,
    why      TEXT COLLATE "C" NOT NULL,
    at       BIGINT NOT NULL,
    strategy TEXT COLLATE "C"
);

CREATE TABLE risk_rules (
    strategy TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL CHECK (kind IN ('LIMIT', 'RESTRICTION')),
    name     TEXT COLLATE "C" NOT NULL,
    value    TEXT COLLATE "C" NOT NULL,
    who      TEXT COLLATE "C" NOT NULL,
    why      TEXT COLLATE "C" NOT NULL,
    since    BIGINT NOT NULL,
    PRIMARY KEY (strategy, kind, name)
);

CREATE TABLE holdings (
    symbol  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    net_qty NUMERIC NOT NULL,
    version BIGINT  NOT NULL CHECK (version >= 1)
) WITH (fillfactor = 50);

CREATE TABLE strategy_parts (
    strategy TEXT COLLATE "C" NOT NULL,
    symbol   TEXT COLLATE "C" NOT NULL,
    net_qty  NUMERIC NOT NULL,
    day      BIGINT  NOT NULL,
    day_qty  NUMERIC NOT NULL,
    day_cash NUMERIC NOT NULL,
    PRIMARY KEY (strategy, symbol)
);

CREATE INDEX strategy_parts_by_symbol ON strategy_parts (symbol);

CREATE TABLE adjustments (
    adjustment_id   BIGINT NOT NULL PRIMARY KEY,
    activity_id     TEXT COLLATE "C" NOT NULL UNIQUE,
    kind            TEXT COLLATE "C" NOT NULL,
    type            TEXT COLLATE "C" NOT NULL,
    symbol          TEXT COLLATE "C",
    quantity        NUMERIC NOT NULL,
    cash            NUMERIC NOT NULL,
    price           NUMERIC,
    broker_order_id TEXT COLLATE "C",
    text            TEXT COLLATE "C" NOT NULL,
    at              BIGINT NOT NULL,
    payload         TEXT COLLATE "C" NOT NULL
);

CREATE INDEX adjustments_by_symbol ON adjustments (symbol, adjustment_id) WHERE symbol IS NOT NULL;

CREATE TABLE trading_keys (
    name          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    key_id        TEXT COLLATE "C" NOT NULL UNIQUE,
    secret_hash   TEXT COLLATE "C" NOT NULL,
    strategy      TEXT COLLATE "C" NOT NULL,
    role          TEXT COLLATE "C" NOT NULL CHECK (role IN ('TRADE', 'READ')),
    view_part     TEXT COLLATE "C" NOT NULL CHECK (view_part IN ('ACCOUNT', 'STRATEGY')),
    created_at    BIGINT NOT NULL,
    changed_at    BIGINT NOT NULL,
    changed_by    TEXT COLLATE "C" NOT NULL,
    revoked_at    BIGINT,
    hook_template TEXT COLLATE "C"
);

CREATE TABLE external_cancels (
    broker_order_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    requested_at    BIGINT NOT NULL
);

CREATE TABLE notification_lanes (
    channel       TEXT COLLATE "C" NOT NULL,
    lane          TEXT COLLATE "C" NOT NULL CHECK (lane IN ('URGENT', 'ROUTINE')),
    events        BIGINT NOT NULL CHECK (events >= 0),
    records       BIGINT NOT NULL CHECK (records >= 0),
    notices       BIGINT NOT NULL CHECK (notices >= 0),
    delivered     BIGINT NOT NULL,
    missed        BIGINT NOT NULL,
    delivered_at  BIGINT,
    failures      BIGINT NOT NULL,
    failing_since BIGINT,
    trouble       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (channel, lane)
);

CREATE TABLE notification_notices (
    seq       BIGINT NOT NULL PRIMARY KEY,
    notice_id TEXT COLLATE "C" NOT NULL UNIQUE,
    kind      TEXT COLLATE "C" NOT NULL,
    at        BIGINT NOT NULL,
    title     TEXT COLLATE "C" NOT NULL,
    text      TEXT COLLATE "C" NOT NULL,
    fields    TEXT COLLATE "C" NOT NULL
);

CREATE TABLE sign_ins (
    sign_in BIGINT NOT NULL PRIMARY KEY,
    act     TEXT COLLATE "C" NOT NULL CHECK (act IN ('SIGNED_IN', 'SIGNED_OUT', 'REFUSED')),
    client  TEXT COLLATE "C" NOT NULL,
    at      BIGINT NOT NULL
);

CREATE INDEX sign_ins_by_time ON sign_ins (at);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;

CREATE FUNCTION refuse_risk_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a risk change is kept as it was';
END
$$;

CREATE TRIGGER order_events_are_kept BEFORE UPDATE OR DELETE ON order_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_events_are_kept BEFORE UPDATE OR DELETE ON record_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER adjustments_are_kept BEFORE UPDATE OR DELETE ON adjustments
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fill_corrections_are_kept BEFORE UPDATE OR DELETE ON fill_corrections
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER risk_changes_are_kept BEFORE UPDATE OR DELETE ON risk_changes
    FOR EACH ROW EXECUTE FUNCTION refuse_risk_change();

CREATE FUNCTION as_time(nanos BIGINT) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT timestamptz 'epoch' + (nanos / 1000) * interval '1 microsecond'
$$;

CREATE FUNCTION as_json(payload TEXT) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN payload::jsonb;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;

CREATE VIEW orders_readable AS
SELECT order_id, symbol, side, order_qty, cash_order_qty, order_type, limit_price, stop_px, status,
       cum_qty, avg_px, strategy, broker_order_id, text, as_time(created_at) AS created,
       as_time(updated_at) AS updated, version
FROM orders;

CREATE VIEW order_events_readable AS
SELECT seq, order_id, version, as_time(at) AS at, status, cum_qty, avg_px, text, source, summary,
       request_id, as_json(payload) AS payload
FROM order_events;
