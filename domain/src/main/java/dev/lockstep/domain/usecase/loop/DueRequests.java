package dev.lockstep.domain.usecase.loop;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.UpdateOutcome;
import dev.lockstep.domain.usecase.monitor.LoopEvent;
import dev.lockstep.domain.usecase.monitor.LoopPorts;
import dev.lockstep.domain.usecase.pursue.PursueRequests;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The requested cancels that became due by a message of the stream. The loop sends them, so that
 * the stream's thread never waits for an answer. {@link #add} is for any thread, {@link #pursue}
 * for the loop's.
 */
final class DueRequests {
    private final PursueRequests pursueRequests;
    private final Consumer<LoopEvent> events;
    private final Queue<UpdateOutcome.Updated> due = new ConcurrentLinkedQueue<>();

    DueRequests(LoopPorts ports, InstantSource clock, Consumer<LoopEvent> events) {
        this.pursueRequests = new PursueRequests(ports.repository(), ports.broker(), clock);
        this.events = events;
    }

    void add(UpdateOutcome.Updated updated) {
        if (PursueRequests.due(updated.before(), updated.after())) {
            due.add(updated);
        }
    }

    void pursue() {
        for (UpdateOutcome.Updated next = due.poll(); next != null; next = due.poll()) {
            Order now = pursueRequests.after(next);
            if (!now.equals(next.after())) {
                events.accept(new LoopEvent.OrderChanged(now, LoopEvent.Source.QUESTION));
            }
        }
    }
}
