package dev.lockstep.persistence.sql;

import dev.lockstep.domain.order.id.InstanceTag;
import dev.lockstep.domain.port.CommitHints;
import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.notification.RecordFeed;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.domain.port.store.TradingKeys;
import dev.lockstep.domain.port.store.TradingLease;
import dev.lockstep.persistence.sql.connection.Connections;
import java.util.Optional;

/**
 * An open database with its writer, readers and threads. {@link #close} writes the queued units and
 * stops the threads. Thread-safe.
 */
public interface OrderStore extends AutoCloseable {
    /** Returns the tag that every id of an order made with this database carries. */
    InstanceTag tag();

    /** Returns the ports that are the same in every SQL database. */
    SqlPorts ports();

    /**
     * Binds the orders to a broker's account, once: with another account, every order would seem
     * never to have arrived. A store in a file is bound by a note in its folder.
     *
     * @param owner the account, in words
     * @return the account that they belong to, another one if they were bound before
     */
    default String boundTo(String owner) {
        return owner;
    }

    /** Returns the account that the orders are bound to, in words; empty if to none yet. */
    default Optional<String> owner() {
        return Optional.empty();
    }

    /**
     * Returns the store of which this was an unfinished copy when it was opened; empty if it may be
     * used.
     */
    Optional<String> unfinishedCopyOf();

    /** Returns what opens connections to the database, for copies of it. */
    Connections connections();

    /** Returns the hints of commits, for readers of the feed. */
    default CommitHints hints() {
        return CommitHints.NONE;
    }

    /** Returns a look at the database itself. */
    StoreInspection inspection();

    /** Returns copies of the database. */
    StoreBackup backup();

    @Override
    void close();

    /** Returns the orders. */
    default OrderRepository repository() {
        return ports().repository();
    }

    /** Returns what becomes of the orders, whichever process did it. */
    default OrderFeed feed() {
        return ports().feed();
    }

    /** Returns the changes of incidents and restrictions. */
    default RecordFeed recordFeed() {
        return ports().recordFeed();
    }

    /** Returns the progress of notification channels. */
    default NotificationOutbox notificationOutbox() {
        return ports().notificationOutbox();
    }

    /** Returns the lease that lets one process at a time run the trading loop. */
    default TradingLease lease() {
        return ports().lease();
    }

    /** Returns what a person must know of. */
    default Incidents incidents() {
        return ports().incidents();
    }

    /** Returns the executions. */
    default Fills fills() {
        return ports().fills();
    }

    /** Returns what trading loops reported last. */
    default LoopReports loopReports() {
        return ports().loopReports();
    }

    /** Returns the limits and the trading state. */
    default RiskControl riskControl() {
        return ports().riskControl();
    }

    /** Returns the trading keys. */
    default TradingKeys tradingKeys() {
        return ports().tradingKeys();
    }

    /** Returns the sign-ins to the screen. */
    default SignIns signIns() {
        return ports().signIns();
    }

    /** Returns the proof that nothing was tampered with. */
    default AuditTrail auditTrail() {
        return ports().auditTrail();
    }
}
