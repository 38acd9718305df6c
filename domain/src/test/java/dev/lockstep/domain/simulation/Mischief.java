package dev.lockstep.domain.simulation;

import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.CancelAnswer;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.OrderLookup;
import dev.lockstep.domain.port.broker.ReplaceAnswer;
import dev.lockstep.domain.port.broker.SendGuard;
import dev.lockstep.domain.port.broker.SendRefusal;
import dev.lockstep.domain.port.broker.SubmitAnswer;
import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RiskControl;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong between the platform, its store and the venue: requests and answers are lost,
 * requests land late, questions fail, the store is locked, and the process dies before or after any
 * call. Every refusal by the store is before anything is stored, as its contract says.
 */
final class Mischief {
    private static final int CRASH_PER_MILLE = 4;
    private static final int LOSS_PERCENT = 8;
    private static final int THROTTLE_PERCENT = 3;
    private static final int LOCK_PERCENT = 3;

    /** Below the grace period, which is longer than any send may take. */
    private static final int LATEST_SECONDS = 8;

    private static final Evidence NOTHING = Evidence.local("nothing was received");
    private static final BrokerFault FAULT =
            new BrokerFault(BrokerFault.Kind.TIMEOUT, "no answer in time", NOTHING);

    private final Chance chance;
    private final InstantSource clock;
    private final SeededVenue venue;
    private final List<Late> late = new ArrayList<>();
    private boolean on = true;

    Mischief(Chance chance, InstantSource clock, SeededVenue venue) {
        this.chance = chance;
        this.clock = clock;
        this.venue = venue;
    }

    void end() {
        on = false;
    }

    /** The way to the venue. */
    Broker broker() {
        return port(Broker.class, (_, method, args) -> onTheWire(method, args));
    }

    /** The way to the store. */
    OrderRepository repository(OrderRepository store) {
        return port(
                OrderRepository.class,
                (_, method, args) ->
                        switch (method.getName()) {
                            case "riskControl" -> riskControl(store.riskControl());
                            case "adjustments" -> adjustments(store.adjustments());
                            case "externalCancels" -> store.externalCancels();
                            default -> inTheStore(store, method, args);
                        });
    }

    private Adjustments adjustments(Adjustments store) {
        return port(Adjustments.class, (_, method, args) -> inTheStore(store, method, args));
    }

    /** The way to the rules of trading, which lie in the same store. */
    RiskControl riskControl(RiskControl store) {
        return port(RiskControl.class, (_, method, args) -> inTheStore(store, method, args));
    }

    /** Lets the requests land whose time has come. */
    void land() {
        for (Iterator<Late> waiting = late.iterator(); waiting.hasNext(); ) {
            Late one = waiting.next();
            if (!clock.instant().isBefore(one.at())) {
                waiting.remove();
                one.request().run();
            }
        }
    }

    private @Nullable Object inTheStore(Object store, Method method, Object[] args)
            throws Throwable {
        crashPerhaps();
        if (happens(LOCK_PERCENT)) {
            throw new RepositoryException(
                    RepositoryException.Reason.LOCK_TIMEOUT, "another process holds the lock");
        }
        Object outcome = call(store, method, args);
        crashPerhaps();
        return outcome;
    }

    private @Nullable Object onTheWire(Method method, Object[] args) throws Throwable {
        if (method.getName().equals("longestSend")) {
            return venue.longestSend();
        }
        if (method.getName().equals("venue")) {
            return venue.venue();
        }
        crashPerhaps();
        Object answer =
                switch (method.getName()) {
                    case "submit" -> submit((Order) args[0], (SendGuard) args[1]);
                    case "cancel" ->
                            changed(method, args, new CancelAnswer.Unresolved("lost", NOTHING));
                    case "replace" -> replace(method, args, (SendGuard) args[2]);
                    case "find" ->
                            happens(LOSS_PERCENT)
                                    ? new OrderLookup.Failed(FAULT)
                                    : call(venue, method, args);
                    default ->
                            method.getReturnType() == FetchResult.class && happens(LOSS_PERCENT)
                                    ? new FetchResult.Failed<>(FAULT)
                                    : call(venue, method, args);
                };
        crashPerhaps();
        return answer;
    }

    private @Nullable Object replace(Method method, Object[] args, SendGuard guard)
            throws Throwable {
        Optional<SendRefusal> refusal = guard.refusal();
        return refusal.isPresent()
                ? new ReplaceAnswer.NotSent(refusal.get(), NOTHING)
                : changed(
                        method,
                        new Object[] {args[0], args[1], SendGuard.ALWAYS},
                        new ReplaceAnswer.Unresolved("lost", NOTHING));
    }

    private SubmitAnswer submit(Order order, SendGuard guard) {
        Optional<SendRefusal> refusal = guard.refusal();
        if (refusal.isPresent()) {
            return new SubmitAnswer.NotSent(refusal.get(), NOTHING);
        }
        if (happens(THROTTLE_PERCENT)) {
            return new SubmitAnswer.Throttled("rate limit exceeded", NOTHING);
        }
        if (happens(LOSS_PERCENT)) {
            return new SubmitAnswer.Unresolved("the request was lost", NOTHING);
        }
        if (happens(LOSS_PERCENT)) {
            later(() -> venue.submit(order, SendGuard.ALWAYS));
            return new SubmitAnswer.Unresolved("no answer in time", NOTHING);
        }
        SubmitAnswer answer = venue.submit(order, SendGuard.ALWAYS);
        return happens(LOSS_PERCENT)
                ? new SubmitAnswer.Unresolved("the answer was lost", NOTHING)
                : answer;
    }

    /** A request that is lost, lands late, or lands and has its answer lost, or all is well. */
    private @Nullable Object changed(Method method, Object[] args, Object unresolved)
            throws Throwable {
        if (happens(LOSS_PERCENT)) {
            return unresolved;
        }
        if (happens(LOSS_PERCENT)) {
            later(() -> callQuietly(method, args));
            return unresolved;
        }
        Object answer = call(venue, method, args);
        return happens(LOSS_PERCENT) ? unresolved : answer;
    }

    private void later(Runnable request) {
        Duration delay = Duration.ofSeconds(chance.between(1, LATEST_SECONDS));
        late.add(new Late(clock.instant().plus(delay), request));
    }

    private void callQuietly(Method method, Object[] args) {
        try {
            call(venue, method, args);
        } catch (Throwable failed) {
            throw new AssertionError("the venue never fails", failed);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object[] args)
            throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    private void crashPerhaps() {
        if (on && chance.between(1, 1_000) <= CRASH_PER_MILLE) {
            throw new Crash();
        }
    }

    private boolean happens(int percent) {
        return on && chance.percent(percent);
    }

    private static <T> T port(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A request that is on its way. */
    private record Late(Instant at, Runnable request) {}
}
