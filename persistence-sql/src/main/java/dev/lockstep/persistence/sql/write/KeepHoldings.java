package dev.lockstep.persistence.sql.write;

import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.HoldingTable;
import java.sql.SQLException;

/** Write unit that creates the holding rows of all instruments with orders. */
public record KeepHoldings() implements WriteUnit<Integer> {
    @Override
    public Integer run(Session session) throws SQLException {
        return new HoldingTable(session).createAll();
    }

    @Override
    public int orders() {
        return 0;
    }
}
