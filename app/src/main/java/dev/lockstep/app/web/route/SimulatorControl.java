package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.form.request.ClockForm;
import dev.lockstep.app.form.request.SetPriceForm;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.simulator.connection.RunningSimulator;
import dev.lockstep.simulator.connection.RunningSimulator.Reply;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Routes to control the folder's own simulator; absent with another broker. */
public final class SimulatorControl {
    private final boolean own;
    private final Supplier<Optional<URI>> address;

    /**
     * Steers this one.
     *
     * @param own whether the broker is the folder's own simulator
     * @param address where it is now, empty while it does not run
     */
    public SimulatorControl(boolean own, Supplier<Optional<URI>> address) {
        this.own = own;
        this.address = address;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.get("/simulator", this::show);
        endpoints.change(HandlerType.POST, "/simulator/price", this::price);
        endpoints.change(HandlerType.POST, "/simulator/clock", this::clock);
        endpoints.change(HandlerType.PUT, "/simulator/faults", this::arm);
        endpoints.change(HandlerType.DELETE, "/simulator/faults", this::clear);
    }

    private Answer show(Context request) throws InterruptedException {
        Params.allow(request);
        URI where = running();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("address", where.toString());
        node.set("clock", answered(where, RunningSimulator::clock));
        node.set("faults", answered(where, RunningSimulator::faults));
        return Answer.ok(node);
    }

    private Answer price(Context request) throws InterruptedException {
        SetPriceForm control = Bodies.read(request, SetPriceForm.class).checked();
        return Answer.ok(answered(running(), simulator -> simulator.price(text(control))));
    }

    private Answer clock(Context request) throws InterruptedException {
        ClockForm control = Bodies.read(request, ClockForm.class).checked();
        return Answer.ok(answered(running(), simulator -> simulator.steer(text(control))));
    }

    private Answer arm(Context request) throws InterruptedException {
        ObjectNode plan = JsonBody.object(Bodies.bytes(request));
        return Answer.ok(answered(running(), simulator -> simulator.arm(text(plan))));
    }

    private Answer clear(Context request) throws InterruptedException {
        Bodies.none(request);
        return Answer.ok(answered(running(), RunningSimulator::clear));
    }

    private URI running() {
        if (!own) {
            throw ProblemException.notFound(
                    "the broker is not the simulator of this data folder: there is nothing to"
                            + " steer");
        }
        return address.get().orElseThrow(SimulatorControl::silent);
    }

    private static JsonNode answered(URI where, Question question) throws InterruptedException {
        try {
            Reply reply = question.ask(new RunningSimulator(where));
            ObjectNode answer = JsonBody.object(reply.json().getBytes(StandardCharsets.UTF_8));
            if (!reply.done()) {
                throw new ProblemException(
                        Problem.coded(422, "simulator", answer.path("message").asText()));
            }
            return answer;
        } catch (IOException nobody) {
            throw silent();
        }
    }

    private static ProblemException silent() {
        return new ProblemException(
                Problem.coded(503, "simulator", "the simulator of this folder does not answer"));
    }

    private static String text(Record body) {
        return text(JsonBody.tree(body));
    }

    private static String text(JsonNode node) {
        return new String(JsonBody.bytes(node), StandardCharsets.UTF_8);
    }

    /** Something that is asked of the simulator. */
    @FunctionalInterface
    private interface Question {
        Reply ask(RunningSimulator simulator) throws IOException, InterruptedException;
    }
}
