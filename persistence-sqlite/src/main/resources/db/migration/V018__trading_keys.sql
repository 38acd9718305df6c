-- Keys with which programs trade through Lockstep. A secret is stored as its SHA-256 only; a revoked
-- key stays, so that its name is not given to another program.
CREATE TABLE trading_keys (
    name        TEXT    NOT NULL PRIMARY KEY,
    key_id      TEXT    NOT NULL UNIQUE,
    secret_hash TEXT    NOT NULL,
    strategy    TEXT    NOT NULL,
    role        TEXT    NOT NULL CHECK (role IN ('TRADE', 'READ')),
    view_part   TEXT    NOT NULL CHECK (view_part IN ('ACCOUNT', 'STRATEGY')),
    created_at  INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT    NOT NULL,
    revoked_at  INTEGER
) STRICT;
