package dev.lockstep.persistence.sql.inspection;

import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.Finding.Severity;
import dev.lockstep.persistence.sql.connection.Session;
import dev.lockstep.persistence.sql.rows.HoldingTable;
import dev.lockstep.persistence.sql.rows.HoldingTable.Holding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Check of the stored holdings: recomputes each from its fills and adjustments and compares. */
public final class HoldingCheck {
    private HoldingCheck() {}

    /** Returns what the check found, from one snapshot. */
    public static Finding finding(Session session) throws SQLException {
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
            NetQuantity computed = table.computed(holding.symbol());
            if (!computed.equals(holding.netQty())) {
                wrong.add(holding.symbol() + " " + holding.netQty() + " instead of " + computed);
            }
        }
        return wrong.isEmpty()
                ? new Finding(Severity.OK, matching(holdings.size()), "")
                : new Finding(
                        Severity.PROBLEM,
                        "holdings do not match their fills: " + String.join(", ", wrong),
                        "risk limits depend on them: halt trading and restore the last backup");
    }

    private static String matching(int instruments) {
        return instruments == 1
                ? "the holding of 1 instrument matches its fills"
                : "the holdings of " + instruments + " instruments match their fills";
    }
}
