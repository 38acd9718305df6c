package dev.lockstep.persistence.sqlite.write;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.rows.HoldingTable;
import java.sql.SQLException;
import java.util.List;

/** Write unit that creates the holding rows of all instruments with orders. */
public record KeepHoldings() implements WriteUnit<Integer> {
    @Override
    public Integer run(Session session) throws SQLException {
        HoldingTable table = new HoldingTable(session);
        List<Symbol> unknown = table.unknown();
        for (Symbol symbol : unknown) {
            table.of(symbol);
        }
        return unknown.size();
    }

    @Override
    public int orders() {
        return 0;
    }
}
