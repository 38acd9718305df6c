package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.Verdict;
import dev.lockstep.domain.value.ShownValue;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Permits a send while its claim holds: the claim is recent by both clocks, the stored order is the
 * claimed version, no cancel was requested, and the trading state allows the order.
 *
 * <p>Both clocks count, because the monotonic one may stop while the machine is suspended, and the
 * wall clock may be set.
 */
final class ClaimGuard implements SendGuard {
    private final OrderRepository repository;
    private final PlatformClock clock;
    private final Claim claim;
    private final Supplier<Verdict> state;

    /**
     * Creates the guard of a claim.
     *
     * @param state judges the order by the current restrictions, without a request
     */
    ClaimGuard(
            OrderRepository repository, PlatformClock clock, Claim claim, Supplier<Verdict> state) {
        this.repository = repository;
        this.clock = clock;
        this.claim = claim;
        this.state = state;
    }

    @Override
    public Optional<SendRefusal> refusal() {
        try {
            return tooOld().or(this::changed)
                    .or(this::predecessorChanged)
                    .or(this::restricted)
                    .or(this::tooOld);
        } catch (RepositoryException unreadable) {
            return Optional.of(
                    new SendRefusal.Undecided("the store cannot be read: " + unreadable.reason()));
        }
    }

    private Optional<SendRefusal> tooOld() {
        Duration bySpan = clock.since(claim.atNanos());
        Duration byWall = Duration.between(claim.order().updatedAt(), clock.instant());
        if (byWall.isNegative()) {
            return Optional.of(
                    new SendRefusal.ClaimTooOld(
                            "the machine's clock was set back since the claim"));
        }
        Duration age = bySpan.compareTo(byWall) > 0 ? bySpan : byWall;
        return age.compareTo(RecoveryPolicy.MAX_CLAIM_AGE) > 0
                ? Optional.of(
                        new SendRefusal.ClaimTooOld(
                                "claimed " + age.toMillis() + " ms before it could be sent"))
                : Optional.empty();
    }

    private Optional<SendRefusal> changed() {
        Order seen = claim.order();
        Optional<Order> stored = repository.find(seen.id());
        if (stored.isEmpty()) {
            return Optional.of(new SendRefusal.OrderChanged("the order is missing in the store"));
        }
        Order now = stored.get();
        if (now.state().cancelWanted()) {
            return Optional.of(new SendRefusal.CancelRequested("a cancel was requested"));
        }
        return now.version() == seen.version()
                ? Optional.empty()
                : Optional.of(
                        new SendRefusal.OrderChanged(
                                "the order changed to "
                                        + ShownValue.of(now.status())
                                        + " after the claim"));
    }

    /** A cancel of the old order is not undone by its replacement. */
    private Optional<SendRefusal> predecessorChanged() {
        OrderId replaced = claim.order().replaces();
        if (replaced == null) {
            return Optional.empty();
        }
        return repository
                .find(replaced)
                .filter(old -> old.state().cancelWanted() || old.status().closed())
                .map(old ->
                        old.status().closed()
                                ? new SendRefusal.OrderChanged(
                                        "order " + old.id() + " is " + ShownValue.of(old.status()))
                                : new SendRefusal.CancelRequested(
                                        "a cancel of order " + old.id() + " was requested"));
    }

    private Optional<SendRefusal> restricted() {
        return switch (state.get()) {
            case Verdict.Approved _ -> Optional.empty();
            case Verdict.Denied denied ->
                    Optional.of(new SendRefusal.TradingRestricted(denied.denials()));
            case Verdict.Undecided _ ->
                    Optional.of(
                            new SendRefusal.Undecided(
                                    "trading was restricted, and whether the order reduces a"
                                            + " position must be asked first"));
        };
    }
}
