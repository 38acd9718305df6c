package dev.lockstep.app.web.route;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.halt.AwaitAnswers;
import dev.lockstep.app.halt.CloseEverything;
import dev.lockstep.app.halt.Flattened;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.view.UnreadableView;
import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.change.CancelView;
import dev.lockstep.app.view.change.CloseView;
import dev.lockstep.app.view.change.NotCanceled;
import dev.lockstep.app.web.answer.Answer;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.halt.Flattening;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Stops trading, and on request cancels every order and closes every position. The halt is in force
 * before the broker is asked for anything.
 */
public final class KillSwitch {
    private static final int USUAL_WAIT_SECONDS = 5;

    /** Shorter than what clients wait for an answer. */
    private static final int MAX_WAIT_SECONDS = 30;

    private final TradingPlatform tradingPlatform;
    private final CloseEverything closeEverything;
    private final AwaitAnswers awaitAnswers;
    private final String who;

    /**
     * Creates the routes of this platform.
     *
     * @param who who is written down as having done it
     */
    public KillSwitch(
            TradingPlatform tradingPlatform,
            CloseEverything closeEverything,
            AwaitAnswers awaitAnswers,
            String who) {
        this.awaitAnswers = awaitAnswers;
        this.tradingPlatform = tradingPlatform;
        this.closeEverything = closeEverything;
        this.who = who;
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.change(HandlerType.POST, "/trading/halt", this::halt);
    }

    private Answer halt(Context request) throws InterruptedException {
        JsonBody body = Bodies.fields(request, "reason", "cancel", "flatten", "wait");
        boolean cancel = body.flag("cancel");
        boolean flatten = body.flag("flatten");
        Duration wait = wait(body);
        String reason = body.required("reason", "the reason");
        Set<String> texts = new LinkedHashSet<>();
        boolean stored = halted(reason, flatten, cancel || flatten, texts);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (cancel || flatten) {
            texts.addAll(addCanceled(node, tradingPlatform.haltTrading().cancelAll()));
        }
        boolean flat = true;
        if (flatten && stored) {
            Flattened flattened = closeEverything.within(wait, _ -> {});
            texts.addAll(addClosed(node, flattened));
            flat = flattened.flat();
        }
        texts.addAll(addUnanswered(node));
        node.put("text", String.join("; ", texts));
        node.setAll(RiskView.json(tradingPlatform.storeUseCases().controlRisk().rules()));
        if (!stored) {
            return new Answer(
                    503, node.put("code", "STORE").put("detail", node.path("text").asText()));
        }
        return flat && texts.isEmpty() ? Answer.ok(node) : Answer.accepted(node);
    }

    /** Orders that were on their way when trading was halted. */
    private List<String> addUnanswered(ObjectNode node) throws InterruptedException {
        List<Order> unanswered = awaitAnswers.await();
        ArrayNode ids = node.putArray("unanswered");
        unanswered.forEach(order -> ids.add(order.id().value()));
        return unanswered.isEmpty() ? List.of() : List.of(AwaitAnswers.text(unanswered));
    }

    /**
     * Halts; returns whether the halt is stored. A halt that cannot be stored restricts this
     * process, and does not prevent cancels.
     */
    private boolean halted(String reason, boolean flatten, boolean more, Set<String> texts) {
        try {
            tradingPlatform.haltTrading().halt(who, reason);
            if (flatten) {
                tradingPlatform.haltTrading().requestFlatten(who, reason);
            } else if (more) {
                tradingPlatform.haltTrading().requestCancelExternal(who, reason);
            }
            return true;
        } catch (RepositoryException failure) {
            if (!more) {
                throw failure;
            }
            texts.add(String.valueOf(failure.getMessage()));
            return false;
        }
    }

    /** Adds the canceled orders; a list that could not be fetched is null, not empty. */
    private static List<String> addCanceled(ObjectNode node, CancelAllResult result) {
        ArrayNode canceled = node.putArray("canceled");
        result.ours().forEach(each -> canceled.add(BodyTree.of(CancelView.of(each).json())));
        if (result.externalUnknown() != null) {
            node.putNull("externalOrders");
            return List.of(FaultText.of(result.externalUnknown()));
        }
        node.put("externalOrders", result.external().size());
        List<String> texts = new ArrayList<>(texts(result.unreadable()));
        texts.addAll(NotCanceled.texts(result));
        return texts;
    }

    private static List<String> addClosed(ObjectNode node, Flattened flattened) {
        ArrayNode closing = node.putArray("closing");
        flattened.closing().forEach(order -> closing.add(CloseView.of(order).json()));
        node.put("flat", flattened.flat());
        return switch (flattened.last()) {
            case Flattening.Failed(BrokerFault fault) -> {
                node.putNull("left");
                yield List.of(FaultText.of(fault));
            }
            case Flattening.NotHeldBack _ -> {
                node.putNull("left");
                yield List.of(Flattened.RESUMED);
            }
            case Flattening.Passed passed -> {
                ArrayNode left = node.putArray("left");
                passed.left().forEach(each -> left.add(CloseView.of(each).json()));
                passed.unreadable()
                        .forEach(item ->
                                left.addObject()
                                        .put("symbol", item.symbol())
                                        .put("result", "unreadable")
                                        .put("text", item.text())
                                        .putNull("order"));
                node.set("unreadable", UnreadableView.json(passed.unreadable()));
                yield texts(passed.unreadable());
            }
        };
    }

    private static List<String> texts(List<UnreadableItem> unreadable) {
        return unreadable.stream().map(UnreadableItem::text).toList();
    }

    private static Duration wait(JsonBody body) {
        BigDecimal seconds = body.decimal("wait").orElse(BigDecimal.valueOf(USUAL_WAIT_SECONDS));
        if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(MAX_WAIT_SECONDS)) > 0) {
            throw new InvalidValueException("wait", seconds, "0 to " + MAX_WAIT_SECONDS);
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
