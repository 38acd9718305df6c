-- Busts and corrections of executions, by the broker's name of each; an execution itself stays as it
-- was reported. One without quantity and price left is a bust.
CREATE TABLE fill_corrections (
    correction_id   TEXT    NOT NULL PRIMARY KEY,
    corrected       TEXT    NOT NULL,
    broker_order_id TEXT    NOT NULL,
    qty             TEXT    NOT NULL,
    px              TEXT,
    at              INTEGER NOT NULL,
    evidence        TEXT    NOT NULL
) STRICT;

CREATE INDEX fill_corrections_by_order ON fill_corrections (broker_order_id);

CREATE TRIGGER fill_corrections_are_not_changed BEFORE UPDATE ON fill_corrections
BEGIN
    SELECT RAISE(ABORT, 'fill_corrections is append-only');
END;

CREATE TRIGGER fill_corrections_are_not_removed BEFORE DELETE ON fill_corrections
BEGIN
    SELECT RAISE(ABORT, 'fill_corrections is append-only');
END;
