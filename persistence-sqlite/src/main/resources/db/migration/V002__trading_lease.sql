-- One row at most: who runs the trading loop. The epoch only ever grows; a write under an older one
-- is refused inside its own transaction.
CREATE TABLE trading_lease (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    owner  TEXT    NOT NULL,
    epoch  INTEGER NOT NULL CHECK (epoch >= 1),
    until  INTEGER NOT NULL
) STRICT;
