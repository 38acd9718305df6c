package dev.lockstep.simulation.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.simulation.scenario.ScenarioFault;
import dev.lockstep.simulation.scenario.ScenarioFaults;
import dev.lockstep.simulation.schedule.Actor;
import dev.lockstep.simulation.schedule.VirtualTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection to the stream: events are delivered, or dropped, doubled, delayed, made up. */
final class SimulatedStream implements FrameSource {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final String AUTHORIZED =
            "{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}";
    private static final String LISTENING =
            "{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}";
    private static final Set<String> WORKING = Set.of("new", "accepted");

    private final MarketPlace market;
    private final VirtualTime time;
    private final ScenarioFaults faults;
    private final Consumer<String> subscription = this::event;
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(Due::atNanos).thenComparingLong(Due::number));
    private long numbers;
    private @Nullable Actor reader;
    private boolean closed;
    private long heldBackUntilNanos;

    private record Due(long atNanos, long number, Frame frame) {}

    SimulatedStream(MarketPlace market, VirtualTime time, ScenarioFaults faults) {
        this.market = market;
        this.time = time;
        this.faults = faults;
        deliver(new Frame.Opened(), 20);
    }

    @Override
    public void send(String text) {
        if (text.contains("authenticate") || text.contains("\"auth\"")) {
            deliver(new Frame.Message(AUTHORIZED), 20);
        } else {
            market.subscribe(subscription);
            deliver(new Frame.Message(LISTENING), 20);
        }
    }

    @Override
    public @Nullable Frame next(Duration patience) throws InterruptedException {
        reader = time.self();
        long deadline = time.nanos() + patience.toNanos();
        while (true) {
            Due first = queue.peek();
            if (first != null && first.atNanos() <= time.nanos()) {
                return first.frame().equals(queue.remove().frame()) ? first.frame() : null;
            }
            if (time.nanos() >= deadline) {
                return null;
            }
            long until = first == null ? deadline : Math.min(deadline, first.atNanos());
            time.park(Duration.ofNanos(until - time.nanos()));
        }
    }

    @Override
    public void close() {
        closed = true;
        market.unsubscribe(subscription);
    }

    private void event(String text) {
        if (faults.strikes(ScenarioFault.STREAM_CUT)) {
            market.unsubscribe(subscription);
            deliver(new Frame.Ended("cut by the simulation"), 1);
            return;
        }
        if (faults.strikes(ScenarioFault.EVENTS_HELD_BACK)) {
            int millis = faults.chance(ScenarioFault.EVENTS_HELD_BACK).between(500, 8_000);
            heldBackUntilNanos = time.nanos() + millis * 1_000_000L;
        }
        if (!faults.strikes(ScenarioFault.EVENT_DROPPED)) {
            int delay =
                    faults.strikes(ScenarioFault.EVENT_DELAYED)
                            ? faults.chance(ScenarioFault.EVENT_DELAYED).between(100, 20_000)
                            : 15;
            deliver(new Frame.Message(text), delay);
            if (faults.strikes(ScenarioFault.EVENT_DUPLICATED)) {
                deliver(new Frame.Message(text), delay + 40);
            }
        }
        if (faults.strikes(ScenarioFault.EVENT_FALSE)) {
            falsely(text);
        }
    }

    private void falsely(String text) {
        try {
            ObjectNode message = (ObjectNode) JSON.readTree(text);
            ObjectNode data = (ObjectNode) message.get("data");
            ObjectNode order = (ObjectNode) data.get("order");
            if (WORKING.contains(order.path("status").asText())) {
                data.put("event", "canceled");
                market.falselyCanceled(order.path("id").asText());
                order.put("status", "canceled");
                deliver(new Frame.Message(JSON.writeValueAsString(message)), 60);
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("an event that cannot be read: " + text, unreadable);
        }
    }

    private void deliver(Frame frame, int delayMillis) {
        if (closed) {
            return;
        }
        long due = Math.max(time.nanos() + delayMillis * 1_000_000L, heldBackUntilNanos);
        queue.add(new Due(due, numbers++, frame));
        Actor waiting = reader;
        if (waiting != null) {
            time.unpark(waiting);
        }
    }
}
