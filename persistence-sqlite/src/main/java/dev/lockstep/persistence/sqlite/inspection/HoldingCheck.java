package dev.lockstep.persistence.sqlite.inspection;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.port.Finding;
import dev.lockstep.domain.port.Finding.Severity;
import dev.lockstep.persistence.sqlite.connection.Session;
import dev.lockstep.persistence.sqlite.rows.HoldingTable;
import dev.lockstep.persistence.sqlite.rows.HoldingTable.Holding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Adds up all fills anew: the holdings that limits look at must be just that. */
final class HoldingCheck {
    private HoldingCheck() {}

    static Finding finding(Session session) throws SQLException {
        session.beginReading();
        try {
            return finding(new HoldingTable(session));
        } finally {
            session.rollback();
        }
    }

    private static Finding finding(HoldingTable table) throws SQLException {
        List<Holding> holdings = table.all();
        List<String> wrong = new ArrayList<>();
        for (Holding holding : holdings) {
            NetQuantity added = table.added(holding.symbol());
            if (!added.equals(holding.netQty())) {
                wrong.add(holding.symbol() + " " + holding.netQty() + " for " + added);
            }
        }
        return wrong.isEmpty()
                ? new Finding(
                        Severity.OK,
                        "the holdings of " + holdings.size() + " instruments add up",
                        "")
                : new Finding(
                        Severity.PROBLEM,
                        "holdings do not add up: " + String.join(", ", wrong),
                        "limits judge by them: halt trading and restore the last backup");
    }
}
