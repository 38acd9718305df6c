package dev.lockstep.domain.usecase.notify;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.position.DayTrades;
import dev.lockstep.domain.risk.limit.RiskLimit.MaxDailyLoss;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Raises a notice, once a day for each, when the account has lost 80 % and all of the limit on the
 * daily loss. Without the limit it makes no request.
 */
public final class DailyLossNotice {
    private static final BigDecimal EARLY = new BigDecimal("0.8");

    private final Broker broker;
    private final RiskControl riskControl;
    private final NotificationOutbox outbox;
    private final InstantSource clock;

    /** Builds the use case on its ports. */
    public DailyLossNotice(
            Broker broker,
            RiskControl riskControl,
            NotificationOutbox outbox,
            InstantSource clock) {
        this.broker = broker;
        this.riskControl = riskControl;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Compares the change of the equity since the last close with the limit. */
    public void check() {
        Optional<MaxDailyLoss> limit = riskControl.rules().limits().of(MaxDailyLoss.class);
        if (limit.isPresent()
                && broker.account() instanceof FetchResult.Complete<Account>(Account account)
                && account.lastEquity() != null) {
            Money change = account.equity().plus(account.lastEquity().negated());
            raise(change.negated().value(), limit.get().max().value());
        }
    }

    private void raise(BigDecimal loss, BigDecimal max) {
        if (loss.compareTo(max) >= 0) {
            raise("100", loss, max);
        } else if (loss.compareTo(max.multiply(EARLY)) >= 0) {
            raise("80", loss, max);
        }
    }

    private void raise(String percent, BigDecimal loss, BigDecimal max) {
        boolean _ =
                outbox.raise(
                        new Notification(
                                "daily-loss-" + DayTrades.dayOf(clock.instant()) + "-" + percent,
                                NotificationKind.DAILY_LOSS,
                                clock.instant(),
                                "The account has lost " + percent + " % of max-daily-loss",
                                "Loss of today: $"
                                        + loss.toPlainString()
                                        + ", limit: $"
                                        + max.toPlainString()
                                        + ".",
                                Map.of(
                                        "loss", loss.toPlainString(),
                                        "limit", max.toPlainString())));
    }
}
