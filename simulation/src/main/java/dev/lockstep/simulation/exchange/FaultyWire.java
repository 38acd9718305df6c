package dev.lockstep.simulation.exchange;

import dev.lockstep.broker.alpaca.connection.FrameSource;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulation.scenario.ScenarioFault;
import dev.lockstep.simulation.scenario.ScenarioFaults;
import dev.lockstep.simulation.schedule.Host;
import dev.lockstep.simulation.schedule.VirtualTime;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process's way to the exchange: latency, and every fault before and after acceptance. */
public final class FaultyWire implements InProcessLink {
    private static final Duration TIME_OUT = Duration.ofSeconds(10);
    private static final List<Integer> SERVER_ERRORS = List.of(500, 502, 503, 504);

    private final MarketPlace market;
    private final VirtualTime time;
    private final ScenarioFaults faults;
    private final ProcessFaults processFaults;
    private final Host host;
    private final Host network;
    private final Consumer<Sent> leaving;
    private final Chance latency;

    /**
     * A wire.
     *
     * @param network what delivers a request that its sender no longer waits for
     * @param leaving is called with each request that has just been permitted
     */
    public FaultyWire(
            MarketPlace market,
            VirtualTime time,
            ScenarioFaults faults,
            ProcessFaults processFaults,
            Host host,
            Host network,
            Consumer<Sent> leaving,
            Chance latency) {
        this.market = market;
        this.time = time;
        this.faults = faults;
        this.processFaults = processFaults;
        this.host = host;
        this.network = network;
        this.leaving = leaving;
        this.latency = latency;
    }

    @Override
    public void connect() throws IOException {
        if (faults.strikes(ScenarioFault.REQUEST_RESET)) {
            throw new ConnectException("connection refused by the simulation");
        }
    }

    @Override
    public Received exchange(Sent request) throws IOException {
        leaving.accept(request);
        // The process may stop between the last permission and the first byte.
        processFaults.point(host);
        time.pause(Duration.ofMillis(latency.between(1, 40)));
        Received instead = before(request);
        Received delivered = instead == null ? after(market.serve(request)) : instead;
        time.pause(Duration.ofMillis(latency.between(1, 40)));
        processFaults.point(host);
        return delivered;
    }

    @Override
    public FrameSource stream() {
        return new SimulatedStream(market, time, faults);
    }

    private @Nullable Received before(Sent request) throws IOException {
        if (faults.strikes(ScenarioFault.SLOW_REQUEST)) {
            time.pause(seconds(ScenarioFault.SLOW_REQUEST, 1, 8));
        }
        if (faults.strikes(ScenarioFault.REQUEST_RESET)) {
            throw new SocketException("connection reset by the simulation");
        }
        if (faults.strikes(ScenarioFault.REQUEST_LOST)) {
            timeOut();
        }
        if (faults.strikes(ScenarioFault.LATE_LANDING)) {
            Duration late = seconds(ScenarioFault.LATE_LANDING, 1, 150);
            time.spawn("late " + request, network, late, () -> market.serve(request));
            timeOut();
        }
        if (faults.strikes(ScenarioFault.ERROR_BEFORE)) {
            return error(ScenarioFault.ERROR_BEFORE);
        }
        if (faults.strikes(ScenarioFault.THROTTLED)) {
            return json(429, "{\"code\":42910000,\"message\":\"rate limit exceeded\"}");
        }
        return null;
    }

    private Received after(Received received) throws IOException {
        if (faults.strikes(ScenarioFault.SLOW_ANSWER)) {
            time.pause(seconds(ScenarioFault.SLOW_ANSWER, 1, 8));
        }
        if (faults.strikes(ScenarioFault.ANSWER_RESET)) {
            throw new IOException("unexpected end of stream, by the simulation");
        }
        if (faults.strikes(ScenarioFault.ANSWER_LOST)) {
            timeOut();
        }
        if (faults.strikes(ScenarioFault.ERROR_AFTER)) {
            return error(ScenarioFault.ERROR_AFTER);
        }
        if (received.status() / 100 == 2 && faults.strikes(ScenarioFault.UNREADABLE_ANSWER)) {
            String body = received.body();
            return new Received(
                    received.status(),
                    Map.of(),
                    faults.chance(ScenarioFault.UNREADABLE_ANSWER).percent(50)
                            ? "<html>Bad Gateway</html>"
                            : body.substring(0, body.length() / 2));
        }
        return received.status() == 429 ? json(429, received.body()) : received;
    }

    private void timeOut() throws IOException {
        time.pause(TIME_OUT);
        processFaults.point(host);
        throw new SocketTimeoutException("timeout, by the simulation");
    }

    private Received error(ScenarioFault kind) {
        return json(
                faults.chance(kind).of(SERVER_ERRORS),
                "{\"code\":50010000,\"message\":\"internal server error occurred\"}");
    }

    /** Without the headers of the rate limit: their waits would be real ones. */
    private static Received json(int status, String body) {
        return new Received(status, Map.of(), body);
    }

    private Duration seconds(ScenarioFault kind, int least, int most) {
        return Duration.ofMillis(faults.chance(kind).between(least * 1_000, most * 1_000));
    }
}
