package dev.lockstep.app.web.route;

import dev.lockstep.app.form.CancelAllForm;
import dev.lockstep.app.form.OrderForm;
import dev.lockstep.app.form.OrderRequest;
import dev.lockstep.app.form.ReplaceForm;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.UncheckedSymbol;
import dev.lockstep.app.view.body.CanceledBody;
import dev.lockstep.app.view.body.PreviewBody;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.app.view.change.CancelView;
import dev.lockstep.app.view.change.ReplaceChain;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.pretrade.CheckOrder;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
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
        endpoints.change(HandlerType.POST, "/orders/{id}/preview", this::previewReplacement);
        endpoints.change(HandlerType.DELETE, "/orders/{id}", this::cancel);
        endpoints.change(HandlerType.POST, "/orders/cancel-all", this::cancelAll);
    }

    private Answer submit(Context request) throws InterruptedException {
        IdempotencyKey key = Params.key(request);
        OrderRequest written = Bodies.read(request, OrderForm.class).read();
        written.key().ifPresent(inside -> requireSame(key, inside));
        try {
            gate.pass();
            return turns.take(key, () -> submitted(written.terms(), key));
        } catch (RepositoryException failed) {
            throw new ProblemException(unstored(failed));
        }
    }

    private Answer submitted(NewOrder terms, IdempotencyKey key) {
        return ResultResponses.submitted(tradingPlatform.submitOrder().submit(terms, key));
    }

    /** Says that this request stored and sent nothing, unless it may be stored all the same. */
    private static Problem unstored(RepositoryException failed) {
        String text = SubmitView.of(failed).text();
        return failed.reason() == RepositoryException.Reason.COMMIT_UNKNOWN
                ? Problem.coded(503, "store_unknown", text)
                : Problem.coded(503, "not_stored", text);
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
                            Map.of("code", "key_mismatch", "field", "key")));
        }
    }

    /** Checks an order; nothing is stored or sent. */
    private Answer preview(Context request) {
        NewOrder terms = Bodies.read(request, OrderForm.class).read().terms();
        CheckOrder checkOrder = tradingPlatform.display().checkOrder();
        return Answer.ok(
                PreviewBody.of(
                        OrderView.described(terms),
                        checkOrder.denials(terms),
                        UncheckedSymbol.text(checkOrder, terms)));
    }

    /** Checks a replacement by the rules and limits of a real one; nothing is stored or sent. */
    private Answer previewReplacement(Context request) {
        ReplaceRequest changes = Bodies.read(request, ReplaceForm.class).request();
        Order order = Params.order(request, tradingPlatform.repository());
        return Answer.ok(
                PreviewBody.of(
                        OrderView.described(changes.of(order.terms())),
                        tradingPlatform.replaceOrder().check(order, changes),
                        Optional.empty()));
    }

    private Answer replace(Context request) throws InterruptedException {
        IdempotencyKey key = Params.key(request);
        ReplaceRequest changes = Bodies.read(request, ReplaceForm.class).request();
        Order order = Params.order(request, tradingPlatform.repository());
        gate.pass();
        return turns.take(
                key,
                () ->
                        ResultResponses.replaced(
                                tradingPlatform.replaceOrder().replace(order.id(), changes, key),
                                order));
    }

    private Answer cancelAll(Context request) {
        CancelScope scope = Bodies.read(request, CancelAllForm.class).scope();
        CancelAllResult result = tradingPlatform.cancelAll().cancelAll(scope);
        return Answer.accepted(
                new CanceledBody(
                        result.ours().stream().map(CancelView::of).map(CancelView::json).toList(),
                        result.externalUnknown() == null ? result.external().size() : null,
                        UnreadableBody.of(result.unreadable())));
    }

    private Answer cancel(Context request) {
        Bodies.none(request);
        String name = request.pathParam("id");
        Order order =
                OrderName.find(tradingPlatform.repository(), name)
                        .orElseThrow(() -> ResultResponses.noSuchOrder(name));
        CancelResult result = tradingPlatform.cancelOrder().cancel(order.id());
        CancelView view =
                CancelView.of(name, result).naming(new ReplaceChain(tradingPlatform.repository()));
        return ResultResponses.canceled(result, view);
    }
}
