package dev.lockstep.domain.usecase.submit;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.ExecutionReport;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.OrderUpdate;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.risk.MarketView;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.pretrade.StateCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends a claimed order under a guard, and claims it again where the claim grew too old on the way
 * to the first byte. Of several claims of one version one succeeds, so the order is sent once.
 */
final class GuardedSend {
    /** Storing an intent may wait long for a lock; an older claim is renewed before it is used. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int MAX_ATTEMPTS = 3;

    private final OrderRepository repository;
    private final PlatformClock clock;
    private final StateCheck stateCheck;

    GuardedSend(OrderRepository repository, MarketWatch watch, PlatformClock clock) {
        this.repository = repository;
        this.clock = clock;
        this.stateCheck = new StateCheck(repository.riskControl(), watch, clock);
    }

    /** The result of a send. */
    sealed interface Outcome<A> {}

    /** The request was sent; the answer has the result. */
    record Answered<A>(Order order, A answer) implements Outcome<A> {}

    /** Nothing was sent; the stored order is as the claim left it, or ends. */
    record Stopped<A>(Order order, SendRefusal refusal) implements Outcome<A> {}

    /** Nothing was sent: the order has changed meanwhile. */
    record Taken<A>() implements Outcome<A> {}

    /**
     * One kind of request; a class of its own, because network calls are not allowed in lambdas.
     */
    sealed interface Request<A> permits OrderSender.Submission, ReplaceSender.Request {
        /** Sends the request under the guard. */
        A send(Order order, SendGuard guard);

        /** Returns the guard's refusal, empty where the request was made. */
        Optional<SendRefusal> refusal(A answer);
    }

    /** Sends the order. */
    <A> Outcome<A> send(Claim first, Request<A> request) {
        Claim claim = first;
        for (int attempt = 1; ; attempt++) {
            switch (prepared(claim)) {
                case Ready(Claim fresh, MarketView view) -> {
                    A answer = request.send(fresh.order(), guard(fresh, view));
                    Optional<SendRefusal> stopped = request.refusal(answer);
                    if (stopped.isEmpty()) {
                        return new Answered<>(fresh.order(), answer);
                    }
                    if (attempt == MAX_ATTEMPTS || !passes(stopped.get())) {
                        return new Stopped<>(fresh.order(), stopped.get());
                    }
                    claim = fresh;
                }
                case NotReady(Order order, SendRefusal why) -> {
                    return new Stopped<>(order, why);
                }
                case Gone _ -> {
                    return new Taken<>();
                }
            }
        }
    }

    /** Renews the claim where it is not fresh, and asks what the state of trading needs to know. */
    private Prepared prepared(Claim claim) {
        try {
            Optional<Claim> fresh = fresh(claim);
            if (fresh.isEmpty()) {
                return new Gone();
            }
            Order order = fresh.get().order();
            StateCheck.Answer state = stateCheck.ask(order);
            return state.denials().isEmpty()
                    ? new Ready(fresh.get(), state.view())
                    : new NotReady(order, new SendRefusal.TradingRestricted(state.denials()));
        } catch (RepositoryException failed) {
            return new NotReady(
                    claim.order(),
                    new SendRefusal.Undecided("the store failed: " + failed.getMessage()));
        }
    }

    /** Whether a claimed order can be handed to the broker. */
    private sealed interface Prepared {}

    private record Ready(Claim claim, MarketView view) implements Prepared {}

    private record NotReady(Order order, SendRefusal why) implements Prepared {}

    private record Gone() implements Prepared {}

    private SendGuard guard(Claim claim, MarketView view) {
        return new ClaimGuard(
                repository, clock, claim, () -> stateCheck.verdict(claim.order(), view));
    }

    /** Returns whether another attempt may find it otherwise. */
    private static boolean passes(SendRefusal refusal) {
        return switch (refusal) {
            case SendRefusal.ClaimTooOld _, SendRefusal.Undecided _ -> true;
            case SendRefusal.OrderChanged _,
                    SendRefusal.CancelRequested _,
                    SendRefusal.NotConnected _,
                    SendRefusal.TradingRestricted _ ->
                    false;
        };
    }

    /** Returns the claim, renewed if it is not recent; empty if the order has changed meanwhile. */
    private Optional<Claim> fresh(Claim claim) {
        Claim current = claim;
        for (int claims = 0; claims < MAX_ATTEMPTS && !isFresh(current); claims++) {
            long before = clock.nanoTime();
            UpdateOutcome renewed =
                    claim(current.order(), Evidence.local("about to be sent; claimed again"));
            if (!(renewed instanceof UpdateOutcome.Updated updated)) {
                return Optional.empty();
            }
            current = new Claim(updated.after(), before);
        }
        return isFresh(current) ? Optional.of(current) : Optional.empty();
    }

    private boolean isFresh(Claim claim) {
        Duration byWall = Duration.between(claim.order().updatedAt(), clock.instant());
        return !byWall.isNegative()
                && byWall.compareTo(FRESH) < 0
                && clock.since(claim.atNanos()).compareTo(FRESH) < 0;
    }

    /** Marks an order as about to be sent; only one of several claims of a version succeeds. */
    UpdateOutcome claim(Order seen, Evidence evidence) {
        Instant now = clock.instant();
        return repository.update(
                new OrderUpdate(
                        seen.id(),
                        stored ->
                                stored.version() == seen.version()
                                        ? stored.apply(new ExecutionReport.Resent(), now)
                                        : stored,
                        evidence));
    }
}
