-- Sign-ins to the screen, for the audit.
CREATE TABLE sign_ins (
    sign_in INTEGER NOT NULL PRIMARY KEY,
    act     TEXT    NOT NULL CHECK (act IN ('SIGNED_IN', 'SIGNED_OUT', 'REFUSED')),
    client  TEXT    NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

CREATE INDEX sign_ins_by_time ON sign_ins (at);
