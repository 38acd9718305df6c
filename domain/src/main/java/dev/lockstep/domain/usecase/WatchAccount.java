package dev.lockstep.domain.usecase;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.Broker;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.Fetched;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps an incident while the broker accepts no orders on the account. An account that could not be
 * fetched decides nothing.
 */
final class WatchAccount {
    private static final String SUBJECT = "account";

    private final Broker broker;
    private final IncidentBook incidents;

    WatchAccount(Broker broker, IncidentBook incidents) {
        this.broker = broker;
        this.incidents = incidents;
    }

    /** One check; empty, or why the account could not be had. */
    Optional<BrokerFault> look() {
        return switch (broker.account()) {
            case Fetched.Complete<Account>(Account account) -> {
                incidents.settle(
                        IncidentKind.ACCOUNT_RESTRICTED,
                        account.tradingBlocked()
                                ? Map.of(SUBJECT, String.join(" ", account.obstacles()))
                                : Map.of(),
                        "the broker accepts orders again");
                yield Optional.empty();
            }
            case Fetched.Failed<Account>(BrokerFault fault) -> Optional.of(fault);
        };
    }
}
