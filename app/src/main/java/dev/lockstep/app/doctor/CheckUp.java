package dev.lockstep.app.doctor;

import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.maintenance.Finding;
import dev.lockstep.domain.port.maintenance.StoreStatus;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks the store, the limits and the broker, and names a remedy for each problem. */
public final class CheckUp {
    private static final Duration WORRYING_SKEW = Duration.ofSeconds(5);

    private final InstantSource clock;

    /**
     * A check-up by this machine's clock.
     *
     * @param clock compared with the broker's
     */
    public CheckUp(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Checks a platform; may take seconds on a large store.
     *
     * @param store the state of the store, as read back
     */
    public List<Check> of(TradingPlatform tradingPlatform, StoreStatus store) {
        List<Check> checks = new ArrayList<>();
        store.findings().forEach(finding -> checks.add(new Check("database", finding)));
        checks.add(risk(tradingPlatform.controlRisk().rules()));
        checks.addAll(of(tradingPlatform.broker()));
        return checks;
    }

    /** The broker does not answer. */
    public static Check unreachable(String text) {
        return Check.of(
                "broker",
                Finding.Severity.PROBLEM,
                text,
                "check the network, the keys and --base-url; nothing is lost meanwhile");
    }

    private static Check risk(RiskRules rules) {
        boolean active = rules.state() == TradingState.ACTIVE;
        return Check.of(
                "risk",
                active ? Finding.Severity.OK : Finding.Severity.WARNING,
                RiskView.state(rules) + "; limits set: " + rules.limits().byName().size(),
                active ? "" : "'lockstep resume' ends the operator's restriction");
    }

    /** Checks a broker alone. */
    public List<Check> of(Broker broker) {
        return switch (broker.clock()) {
            case FetchResult.Failed<MarketClock> failed ->
                    List.of(unreachable(FaultText.of(failed.fault())));
            case FetchResult.Complete<MarketClock>(MarketClock market) ->
                    Stream.concat(
                                    Stream.of(answers(market), apart(market)),
                                    account(broker.account()).stream())
                            .toList();
        };
    }

    /** Checks the account; reports nothing for one without restrictions. */
    static List<Check> account(FetchResult<Account> fetched) {
        return switch (fetched) {
            case FetchResult.Failed<Account> failed ->
                    List.of(
                            Check.of(
                                    "account",
                                    Finding.Severity.PROBLEM,
                                    FaultText.of(failed.fault()),
                                    "check the keys and the account at the broker"));
            case FetchResult.Complete<Account>(Account account) ->
                    Stream.concat(
                                    account.obstacles().stream()
                                            .map(text -> account(Finding.Severity.PROBLEM, text)),
                                    account.notices().stream()
                                            .map(text -> account(Finding.Severity.WARNING, text)))
                            .toList();
        };
    }

    private static Check account(Finding.Severity severity, String text) {
        return Check.of("account", severity, text, "see the account's settings at the broker");
    }

    private static Check answers(MarketClock market) {
        return Check.of(
                "broker",
                Finding.Severity.OK,
                "answers; the market is " + (market.open() ? "open" : "closed"),
                "");
    }

    private Check apart(MarketClock market) {
        Duration skew = Duration.between(market.now(), clock.instant()).abs();
        boolean worrying = skew.compareTo(WORRYING_SKEW) > 0;
        return Check.of(
                "clock",
                worrying ? Finding.Severity.WARNING : Finding.Severity.OK,
                "this machine and the broker are " + skew.toMillis() + " ms apart",
                worrying ? "let a time service (NTP) set this machine's clock" : "");
    }
}
