package dev.lockstep.app.web.route;

import dev.lockstep.app.form.JsonRows;
import dev.lockstep.app.form.WrittenOrder;
import dev.lockstep.app.view.CancelLine;
import dev.lockstep.app.view.Submission;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.order.IdempotencyKey;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;

/** Sends orders and cancels them. */
public final class OrderEntry {
    private final Desk desk;
    private final SubmitGate gate;

    /** Sends by this desk. */
    public OrderEntry(Desk desk, SubmitGate gate) {
        this.desk = desk;
        this.gate = gate;
    }

    /** Puts the endpoints up. */
    public void register(Endpoints endpoints) {
        endpoints.risky(HandlerType.POST, "/orders", this::submit);
        endpoints.change(HandlerType.DELETE, "/orders/{id}", this::cancel);
    }

    private Answer submit(Context request) throws InterruptedException {
        IdempotencyKey key = Params.key(request);
        WrittenOrder written = JsonRows.form(JsonBody.object(Bodies.bytes(request))).read();
        gate.pass();
        Submission submission =
                Submission.of(
                        desk.submitOrder(), new WrittenOrder(written.terms(), Optional.of(key)));
        return Outcomes.answer(submission, submission.json());
    }

    private Answer cancel(Context request) {
        String name = request.pathParam("id");
        CancelLine line =
                Params.order(name, desk.repository())
                        .map(order -> CancelLine.of(name, desk.cancelOrder().cancel(order.id())))
                        .orElseGet(() -> CancelLine.noSuchOrder(name));
        return Outcomes.answer(line, line.json());
    }
}
