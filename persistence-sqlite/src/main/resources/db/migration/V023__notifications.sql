-- How far each lane of a notification channel has delivered order_events, record_events and
-- notification_notices. What is delivered is read from there; no writer of theirs writes here.
CREATE TABLE notification_lanes (
    channel       TEXT    NOT NULL,
    lane          TEXT    NOT NULL CHECK (lane IN ('URGENT', 'ROUTINE')),
    events        INTEGER NOT NULL CHECK (events >= 0),
    records       INTEGER NOT NULL CHECK (records >= 0),
    notices       INTEGER NOT NULL CHECK (notices >= 0),
    delivered     INTEGER NOT NULL,
    missed        INTEGER NOT NULL,
    delivered_at  INTEGER,
    failures      INTEGER NOT NULL,
    failing_since INTEGER,
    trouble       TEXT    NOT NULL,
    PRIMARY KEY (channel, lane)
) STRICT, WITHOUT ROWID;

-- Notifications of conditions, such as a full disk, which no event and no record stands for.
CREATE TABLE notification_notices (
    seq       INTEGER NOT NULL PRIMARY KEY,
    notice_id TEXT    NOT NULL UNIQUE,
    kind      TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    title     TEXT    NOT NULL,
    text      TEXT    NOT NULL,
    fields    TEXT    NOT NULL
) STRICT;
