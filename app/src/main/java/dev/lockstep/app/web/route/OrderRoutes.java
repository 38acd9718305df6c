package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.form.JsonRows;
import dev.lockstep.app.form.OrderRequest;
import dev.lockstep.app.form.ReplaceForm;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.UnreadableView;
import dev.lockstep.app.view.change.CancelView;
import dev.lockstep.app.view.change.ReplaceChain;
import dev.lockstep.app.view.change.ReplaceView;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends orders, replaces them and cancels them. */
public final class OrderRoutes {
    private final TradingPlatform tradingPlatform;
    private final SubmitGate gate;
    private final KeyedLock turns = new KeyedLock();

    /** Creates the routes. */
    public OrderRoutes(TradingPlatform tradingPlatform, SubmitGate gate) {
        this.tradingPlatform = tradingPlatform;
        this.gate = gate;
    }

    /** Registers the endpoints. */
    public void register(Endpoints endpoints) {
        endpoints.risky(HandlerType.POST, "/orders", this::submit);
        endpoints.change(HandlerType.POST, "/orders/preview", this::preview);
        endpoints.risky(HandlerType.PATCH, "/orders/{id}", this::replace);
        endpoints.change(HandlerType.DELETE, "/orders/{id}", this::cancel);
        endpoints.change(HandlerType.POST, "/orders/cancel-all", this::cancelAll);
    }

    private Answer submit(Context request) throws InterruptedException {
        IdempotencyKey key = Params.key(request);
        OrderRequest written = JsonRows.form(JsonBody.object(Bodies.bytes(request))).read();
        written.key().ifPresent(inside -> requireSame(key, inside));
        gate.pass();
        SubmitView submission =
                turns.take(
                        key,
                        () ->
                                SubmitView.of(
                                        tradingPlatform.submitOrder(),
                                        new OrderRequest(written.terms(), Optional.of(key))));
        return ResultResponses.answer(submission, submission.json());
    }

    /** Requires equal keys in header and body. */
    private static void requireSame(IdempotencyKey key, IdempotencyKey inside) {
        if (!key.equals(inside)) {
            throw new ProblemException(
                    new Problem(
                            422,
                            "key: "
                                    + inside
                                    + " (expected: none, or that of the header "
                                    + Params.KEY_HEADER
                                    + ")",
                            Map.of("code", "KEY_MISMATCH", "field", "key")));
        }
    }

    /** Checks an order; nothing is stored or sent. */
    private Answer preview(Context request) {
        NewOrder terms = JsonRows.form(JsonBody.object(Bodies.bytes(request))).read().terms();
        List<Denial> denials = tradingPlatform.display().checkOrder().denials(terms);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("described", OrderView.described(terms));
        node.put("verdict", denials.isEmpty() ? "APPROVED" : "DENIED");
        ArrayNode reasons = node.putArray("denials");
        denials.forEach(denial ->
                reasons.addObject()
                        .put("code", denial.reason().name())
                        .put("field", denial.field())
                        .put("value", denial.value())
                        .put("expected", denial.expected())
                        .put("text", denial.toString()));
        return Answer.ok(node);
    }

    private Answer replace(Context request) throws InterruptedException {
        IdempotencyKey key = Params.key(request);
        JsonBody body =
                Bodies.fields(
                        request,
                        "qty",
                        "limitPrice",
                        "stopPrice",
                        "trailPrice",
                        "trailPercent",
                        "timeInForce");
        ReplaceRequest changes =
                new ReplaceForm(
                                body.text("qty").orElse(null),
                                body.text("limitPrice").orElse(null),
                                body.text("stopPrice").orElse(null),
                                body.text("trailPrice").orElse(null),
                                body.text("trailPercent").orElse(null),
                                body.text("timeInForce").orElse(null))
                        .request();
        Order order = Params.order(request, tradingPlatform.repository());
        gate.pass();
        ReplaceView line =
                turns.take(
                        key,
                        () ->
                                ReplaceView.of(
                                        tradingPlatform
                                                .replaceOrder()
                                                .replace(order.id(), changes, key),
                                        order));
        return ResultResponses.answer(line.result(), line.code(), line.text(), line.json());
    }

    private Answer cancelAll(Context request) {
        JsonBody body = Bodies.fields(request, "symbol", "side");
        CancelScope scope =
                new CancelScope(
                        body.text("symbol").map(Symbol::typed).orElse(null),
                        body.text("side")
                                .map(word -> Params.word(Side.class, "side", word))
                                .orElse(null),
                        false);
        CancelAllResult result = tradingPlatform.cancelAll().cancelAll(scope);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode orders = node.putArray("orders");
        result.ours().forEach(each -> orders.add(CancelView.of(each).json()));
        node.put("sentElsewhere", result.external().size());
        node.set("unreadable", UnreadableView.json(result.unreadable()));
        return Answer.accepted(node);
    }

    private Answer cancel(Context request) {
        Bodies.fields(request);
        String name = request.pathParam("id");
        CancelView line =
                OrderName.find(tradingPlatform.repository(), name)
                        .map(order ->
                                CancelView.of(
                                        name, tradingPlatform.cancelOrder().cancel(order.id())))
                        .map(view -> view.naming(new ReplaceChain(tradingPlatform.repository())))
                        .orElseGet(() -> CancelView.noSuchOrder(name));
        return ResultResponses.answer(line, line.json());
    }
}
