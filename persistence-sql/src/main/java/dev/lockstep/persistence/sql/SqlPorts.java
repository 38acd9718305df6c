package dev.lockstep.persistence.sql;

import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.notification.RecordFeed;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.persistence.sql.access.SqlSignIns;
import dev.lockstep.persistence.sql.access.SqlTradingKeys;
import dev.lockstep.persistence.sql.audit.SqlAuditTrail;
import dev.lockstep.persistence.sql.fault.StoreFaults;
import dev.lockstep.persistence.sql.feed.SqlOrderFeed;
import dev.lockstep.persistence.sql.fill.SqlFills;
import dev.lockstep.persistence.sql.incident.SqlIncidents;
import dev.lockstep.persistence.sql.lease.SqlLoopReports;
import dev.lockstep.persistence.sql.lease.SqlTradingLease;
import dev.lockstep.persistence.sql.notification.SqlNotificationOutbox;
import dev.lockstep.persistence.sql.notification.SqlRecordFeed;
import dev.lockstep.persistence.sql.order.SqlOrderRepository;
import dev.lockstep.persistence.sql.read.Readers;
import dev.lockstep.persistence.sql.risk.SqlRiskControl;
import dev.lockstep.persistence.sql.write.Writer;
import java.time.InstantSource;

/**
 * The ports that need nothing but a writer and readers, and so are the same in every SQL database.
 *
 * @param repository the orders
 * @param feed what becomes of the orders, whichever process did it
 * @param recordFeed the changes of incidents and restrictions
 * @param notificationOutbox the progress of notification channels
 * @param lease lets one process at a time run the trading loop
 * @param incidents what a person must know of
 * @param fills the executions
 * @param loopReports what trading loops reported last
 * @param riskControl the limits and the trading state
 * @param tradingKeys the trading keys
 * @param signIns the sign-ins to the screen
 * @param auditTrail the proof that nothing was tampered with
 */
public record SqlPorts(
        OrderRepository repository,
        OrderFeed feed,
        RecordFeed recordFeed,
        NotificationOutbox notificationOutbox,
        TradingLease lease,
        Incidents incidents,
        Fills fills,
        LoopReports loopReports,
        SqlRiskControl riskControl,
        TradingKeys tradingKeys,
        SignIns signIns,
        AuditTrail auditTrail) {
    /** Returns the ports of a database. */
    public static SqlPorts of(
            Writer writer, Readers readers, StoreFaults faults, InstantSource clock) {
        return new SqlPorts(
                new SqlOrderRepository(writer, readers, faults),
                new SqlOrderFeed(readers),
                new SqlRecordFeed(readers),
                new SqlNotificationOutbox(writer, readers, null),
                new SqlTradingLease(
                        writer,
                        readers,
                        clock,
                        held -> new SqlOrderRepository(writer, readers, faults, held)),
                new SqlIncidents(writer, readers, null),
                new SqlFills(writer, readers, null),
                new SqlLoopReports(writer, readers, null),
                new SqlRiskControl(writer, readers),
                new SqlTradingKeys(writer, readers),
                new SqlSignIns(writer, readers),
                new SqlAuditTrail(readers));
    }
}
