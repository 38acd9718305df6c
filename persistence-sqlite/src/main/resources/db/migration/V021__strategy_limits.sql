-- Limits and pauses of single strategies next to those of the account, whose strategy is ''.
CREATE TABLE rules_of_strategies (
    strategy TEXT    NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('LIMIT', 'RESTRICTION')),
    name     TEXT    NOT NULL,
    value    TEXT    NOT NULL,
    who      TEXT    NOT NULL,
    why      TEXT    NOT NULL,
    since    INTEGER NOT NULL,
    PRIMARY KEY (strategy, kind, name)
) STRICT, WITHOUT ROWID;

INSERT INTO rules_of_strategies (strategy, kind, name, value, who, why, since)
SELECT '', kind, name, value, who, why, since FROM risk_rules;

DROP TABLE risk_rules;

ALTER TABLE rules_of_strategies RENAME TO risk_rules;

-- NULL for a change of the account; no part of the hash of a record that has none.
ALTER TABLE risk_changes ADD COLUMN strategy TEXT;

-- A strategy's part of each position and its trades of its last day with any, kept by the same writes
-- as the position's row in holdings: an instrument that has such a row has the parts of all strategies.
CREATE TABLE strategy_parts (
    strategy TEXT    NOT NULL,
    symbol   TEXT    NOT NULL,
    net_qty  TEXT    NOT NULL,
    day      INTEGER NOT NULL,
    day_qty  TEXT    NOT NULL,
    day_cash TEXT    NOT NULL,
    PRIMARY KEY (strategy, symbol)
) STRICT, WITHOUT ROWID;

CREATE INDEX strategy_parts_by_symbol ON strategy_parts (symbol);

-- Positions are added up again when a limit next asks for them, and the parts with them.
DELETE FROM holdings;

CREATE INDEX orders_at_broker_by_strategy ON orders (strategy, order_id)
    WHERE may_be_at_broker = 1 AND strategy IS NOT NULL;
