package dev.lockstep.simulation.process;

import dev.lockstep.domain.port.store.Adjustments;
import dev.lockstep.domain.port.store.Fills;
import dev.lockstep.domain.port.store.Incidents;
import dev.lockstep.domain.port.store.LoopReports;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.simulation.exchange.ProcessFaults;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulation.scenario.ScenarioFault;
import dev.lockstep.simulation.scenario.ScenarioFaults;
import dev.lockstep.simulation.schedule.Host;
import dev.lockstep.simulation.schedule.VirtualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes each call to a store's port a point at which others get their turn, the process may die or
 * stop, or the database is locked.
 */
final class CallPoints {
    private static final Set<Class<?>> PORTS =
            Set.of(
                    OrderRepository.class,
                    Incidents.class,
                    Fills.class,
                    LoopReports.class,
                    RiskControl.class,
                    Adjustments.class);
    private static final int TURN_PERCENT = 25;

    private final VirtualTime time;
    private final ScenarioFaults faults;
    private final ProcessFaults processFaults;
    private final Host host;
    private final Chance turns;
    private final StoreWatch watch;

    CallPoints(
            VirtualTime time,
            ScenarioFaults faults,
            ProcessFaults processFaults,
            Host host,
            Chance turns,
            StoreWatch watch) {
        this.time = time;
        this.faults = faults;
        this.processFaults = processFaults;
        this.host = host;
        this.turns = turns;
        this.watch = watch;
    }

    /** Returns the port with a point before and after each call. */
    <T> T around(Class<T> type, T port) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, args) -> call(port, method, args)));
    }

    /**
     * Returns the port without a turn for others during its calls; the wire's time passes all the
     * same.
     */
    <T> T undivided(Class<T> type, T port) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, args) ->
                                time.undivided(() -> invokedAlone(port, method, args))));
    }

    private Object call(Object port, Method method, Object @Nullable [] args) throws Throwable {
        if (!time.acting()) {
            return invoked(port, method, args);
        }
        if (PORTS.contains(method.getReturnType())) {
            // Hands another port out, without a call to the database.
            return handedOut(method.getReturnType(), invoked(port, method, args));
        }
        before();
        Object result = invoked(port, method, args);
        if (result != null) {
            watch.answered(method.getName(), result);
        }
        processFaults.point(host);
        return result;
    }

    private <T> T handedOut(Class<T> type, Object port) {
        return around(type, type.cast(port));
    }

    private void before() {
        processFaults.point(host);
        if (turns.percent(TURN_PERCENT)) {
            time.pause(Duration.ofMillis(turns.between(0, 3)));
        }
        if (faults.strikes(ScenarioFault.STORE_LOCKED)) {
            throw new RepositoryException(
                    RepositoryException.Reason.LOCK_TIMEOUT, "another process holds the lock");
        }
    }

    private Object invokedAlone(Object port, Method method, Object @Nullable [] args) {
        try {
            return invoked(port, method, args);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException("a port threw a checked exception", checked);
        }
    }

    private static Object invoked(Object port, Method method, Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(port, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
