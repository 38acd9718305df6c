package dev.lockstep.app.loop;

import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.loop.TradingLoop;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the trading loop, on its own thread: it stands by until it acquires the lease,
 * resolves unanswered orders, and then ticks until it loses the lease or is stopped. A run that
 * hangs is abandoned and another one started; since that one has another lease, all writes of the
 * first one are refused.
 */
final class LoopLife implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopLife.class);

    private final String owner;
    private final LoopParts parts;
    private final LoopTimings timings;
    private final Consumer<LoopEvent> events;
    private final Consumer<String> says;
    private final StreamThread stream;
    private final LeaseDuty duty;
    private final FormerLease former;
    private final AtomicReference<Optional<Lease>> held = new AtomicReference<>(Optional.empty());
    private volatile boolean ending;
    private volatile Sign sign;
    private String lastSaid = "";

    LoopLife(
            String owner,
            LoopParts parts,
            LoopTimings timings,
            Consumer<LoopEvent> events,
            Consumer<String> says,
            StreamThread stream,
            LeaseDuty duty,
            FormerLease former) {
        this.owner = owner;
        this.parts = parts;
        this.timings = timings;
        this.events = events;
        this.says = says;
        this.stream = stream;
        this.duty = duty;
        this.former = former;
        this.sign = signNow();
    }

    @Override
    public void run() {
        try {
            while (!ending) {
                oneTurn();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("the loop died", bug);
        }
    }

    /** Returns when it last did something. */
    Sign sign() {
        return sign;
    }

    private Sign signNow() {
        return new Sign(parts.clock().instant(), parts.clock().nanoTime());
    }

    /** A sign of life by both clocks: the wall clock for display, the monotonic one for its age. */
    record Sign(Instant at, long nanos) {}

    /** Requests the end after the current job. */
    void end() {
        ending = true;
    }

    /** Renews the lease; the loop is lost if another owner took it. */
    void renew() {
        Optional<Lease> known = held.get();
        if (known.isPresent()) {
            Optional<Lease> renewed = parts.lease().renew(known.get(), timings.term());
            held.compareAndSet(known, renewed);
        }
    }

    /** Releases the lease, so that another process can take it at once. */
    void release() {
        held.getAndSet(Optional.empty()).ifPresent(former::release);
    }

    private void oneTurn() throws InterruptedException {
        try {
            Optional<Lease> taken = taken();
            if (taken.isPresent()) {
                own(taken.get());
            } else {
                rest();
            }
        } catch (RepositoryException failed) {
            say("the loop cannot begin: " + failed.getMessage());
            rest();
        }
    }

    private Optional<Lease> taken() {
        former.releaseUnreleased();
        Optional<Lease> taken = parts.lease().acquire(owner, timings.term());
        if (taken.isEmpty()) {
            parts.lease()
                    .current()
                    .ifPresent(other -> say("standing by: " + other.owner() + " runs the loop"));
        }
        return taken;
    }

    private void rest() throws InterruptedException {
        sign = signNow();
        parts.pause().of(timings.watchdogEvery());
    }

    private void own(Lease lease) throws InterruptedException {
        held.set(Optional.of(lease));
        says.accept(owner + " runs the loop (epoch " + lease.epoch() + ")");
        lastSaid = "";
        TradingLoop loop = loop(lease);
        try {
            duty.begin(lease);
            settle(lease);
            stream.begin(loop.listener());
            while (!ending && held.get().isPresent()) {
                loop.tick();
                sign = signNow();
                parts.pause().of(timings.tick());
            }
        } catch (RepositoryException failed) {
            says.accept("the loop stops: " + failed.getMessage());
        } finally {
            duty.end(lease);
            stream.end();
            leave();
        }
    }

    private TradingLoop loop(Lease lease) {
        return new TradingLoop(
                owner, parts.ports(lease), parts.schedule(), parts.policy(), parts.clock(), events);
    }

    /**
     * Unanswered orders come first. They are queried once: those that are too young for "not found"
     * to be proof are left to the loop, so that the first sync does not wait for them.
     */
    private void settle(Lease lease) {
        LoopPorts ports = parts.ports(lease);
        ResolveUnknown resolveUnknown =
                new ResolveUnknown(
                        ports.repository(),
                        parts.riskControl(),
                        parts.broker(),
                        parts.ids(),
                        parts.clock(),
                        parts.policy());
        int left = resolveUnknown.resolve().unresolved().size();
        says.accept(
                left == 0
                        ? "every order has an answer"
                        : left + " orders stay without an answer; they are asked about again");
    }

    /** To be interrupted must not keep the lease from being released. */
    private void leave() {
        boolean interrupted = Thread.interrupted();
        try {
            release();
        } catch (RepositoryException failed) {
            says.accept("the lease was not released: " + failed.getMessage());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String text) {
        if (!text.equals(lastSaid)) {
            lastSaid = text;
            says.accept(text);
        }
    }
}
