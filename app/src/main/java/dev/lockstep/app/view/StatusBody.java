package dev.lockstep.app.view;

import dev.lockstep.app.view.body.AccountBody;
import dev.lockstep.app.view.body.BodyText;
import dev.lockstep.app.view.body.health.BrokerLinkBody;
import dev.lockstep.app.view.body.health.LoopSyncBody;
import dev.lockstep.app.view.body.health.StreamBody;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.port.store.LoopReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the broker and the trading loop. Durations are milliseconds.
 *
 * @param mode the trading mode
 * @param address the address of the broker, null if there is none
 * @param broker the connection to the broker
 * @param stream the live events
 * @param sync the last sync
 * @param loop the process that runs the trading loop, null before the first report
 */
public record StatusBody(
        String mode,
        @Nullable String address,
        BrokerLinkBody broker,
        StreamBody stream,
        LoopSyncBody sync,
        @Nullable LoopBody loop) {

    /** Returns the fields of a view. */
    static StatusBody of(StatusView view) {
        Account account = view.account();
        return new StatusBody(
                view.mode().word(),
                BodyText.notEmpty(view.broker()),
                BrokerLinkBody.of(
                        view.link(),
                        view.fault(),
                        account == null ? null : account.tradingBlocked(),
                        account == null ? List.of() : AccountBody.texts(account)),
                StreamBody.of(view.loop(), view.now()),
                LoopSyncBody.of(view.loop(), view.now()),
                view.loop().map(LoopBody::of).orElse(null));
    }

    /**
     * The process that runs the trading loop.
     *
     * @param owner its name
     * @param reportedAt when it last reported
     */
    public record LoopBody(String owner, String reportedAt) {
        private static LoopBody of(LoopReport report) {
            return new LoopBody(report.owner(), report.at().toString());
        }
    }
}
