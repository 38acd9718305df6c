package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.simulator.server.Dispatcher;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;

/** Gives requests with mistakes to the simulated exchange. */
final class SimulatorTarget implements FuzzTarget {
    /** Long enough that no rate limit refuses a request. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final FuzzClock clock = new FuzzClock();
    private final FuzzExchange exchange = new FuzzExchange(clock);

    @Override
    public FuzzInput input(SplittableRandom random) {
        return ApiRequest.any(random).mutated(random);
    }

    @Override
    public boolean accepts(FuzzInput input) {
        clock.move(BETWEEN);
        String[] entry = input.entry().split(" ", 2);
        boolean body = ApiRequest.hasBody(input);
        Dispatcher.Response response =
                exchange.request(
                        entry[0],
                        entry[1],
                        body ? Map.of() : ApiRequest.query(input),
                        body ? input.text() : "");
        ApiRequest.requireReadable(response.status(), response.body());
        return response.status() < 400;
    }
}
