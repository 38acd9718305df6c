package dev.lockstep.app.platform;

import dev.lockstep.domain.port.maintenance.StoreBackup;
import dev.lockstep.domain.port.maintenance.StoreInspection;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.AuditTrail;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.SignIns;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.domain.usecase.feed.FeedWaits;
import dev.lockstep.domain.usecase.incident.CloseIncident;
import dev.lockstep.domain.usecase.notify.ListNotifications;
import dev.lockstep.domain.usecase.notify.NotificationReader;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.domain.usecase.query.LimitUses;
import dev.lockstep.domain.usecase.query.ListStrategies;
import dev.lockstep.domain.usecase.report.CheckHealth;
import dev.lockstep.domain.usecase.report.ListOperatorActs;

/**
 * The use cases that need no broker.
 *
 * @param repository the orders
 * @param inspection checks the store
 * @param backup copies the store
 * @param incidents the incidents
 * @param closeIncident closes incidents by hand
 * @param checkHealth checks the platform
 * @param controlRisk limits and restrictions
 * @param limitUses the use of limits
 * @param listStrategies lists strategies
 * @param auditTrail verifies the hash chains
 * @param feed changes of orders by any process
 * @param feedWaits the waits of readers between their reads of the feed
 * @param fills the stored executions
 * @param manageKeys adds and checks the keys of bots
 * @param listOperatorActs lists what persons and watchdogs have decided
 * @param notificationReader reads the notifications of what is stored
 * @param notificationOutbox the progress of notification channels
 * @param signIns the sign-ins to the screen
 * @param closing closes the store
 */
public record StoreUseCases(
        OrderRepository repository,
        StoreInspection inspection,
        StoreBackup backup,
        Incidents incidents,
        CloseIncident closeIncident,
        CheckHealth checkHealth,
        ControlRisk controlRisk,
        LimitUses limitUses,
        ListStrategies listStrategies,
        AuditTrail auditTrail,
        OrderFeed feed,
        FeedWaits feedWaits,
        Fills fills,
        ManageKeys manageKeys,
        ListOperatorActs listOperatorActs,
        NotificationReader notificationReader,
        NotificationOutbox notificationOutbox,
        SignIns signIns,
        Runnable closing)
        implements AutoCloseable {
    /** Returns the list of notifications with their deliveries. */
    public ListNotifications listNotifications() {
        return new ListNotifications(notificationReader, notificationOutbox);
    }

    @Override
    public void close() {
        closing.run();
    }
}
