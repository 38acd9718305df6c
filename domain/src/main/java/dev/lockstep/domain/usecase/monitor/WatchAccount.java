package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;
import java.util.Map;
import java.util.Optional;

/**
 * Maintains an incident while the broker accepts no orders on the account. A failed request decides
 * nothing.
 */
public final class WatchAccount {
    private static final String SUBJECT = "account";

    private final Broker broker;
    private final IncidentBook incidents;

    public WatchAccount(Broker broker, IncidentBook incidents) {
        this.broker = broker;
        this.incidents = incidents;
    }

    /** Runs one check; returns why the account could not be fetched, else empty. */
    public Optional<BrokerFault> check() {
        return switch (broker.account()) {
            case FetchResult.Complete<Account>(Account account) -> {
                incidents.settle(
                        IncidentKind.ACCOUNT_RESTRICTED,
                        account.tradingBlocked()
                                ? Map.of(SUBJECT, String.join(" ", account.obstacles()))
                                : Map.of(),
                        "the broker accepts orders again");
                yield Optional.empty();
            }
            case FetchResult.Failed<Account>(BrokerFault fault) -> Optional.of(fault);
        };
    }
}
