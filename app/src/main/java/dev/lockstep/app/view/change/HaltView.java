package dev.lockstep.app.view.change;

import dev.lockstep.app.halt.AwaitAnswers;
import dev.lockstep.app.halt.Flattened;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.app.view.body.CancelBody;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.app.view.body.position.CloseBody;
import dev.lockstep.app.view.body.risk.HaltBody;
import dev.lockstep.app.view.body.risk.RiskBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.halt.Flattening;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the results of a halt, step by step, and the texts of what is left to do. */
public final class HaltView {
    private final Set<String> texts = new LinkedHashSet<>();
    private boolean stored = true;
    private @Nullable List<CancelBody> canceled;
    private @Nullable Integer externalOrders;
    private @Nullable Flattened flattened;
    private List<Order> unanswered = List.of();

    /** Adds that the halt could not be stored. */
    public void notStored(String text) {
        stored = false;
        texts.add(text);
    }

    /** Adds the canceled orders. */
    public void canceled(CancelAllResult result) {
        canceled = result.ours().stream().map(each -> CancelView.of(each).json()).toList();
        if (result.externalUnknown() != null) {
            texts.add(FaultText.of(result.externalUnknown()));
            return;
        }
        externalOrders = result.external().size();
        result.unreadable().stream().map(UnreadableItem::text).forEach(texts::add);
        texts.addAll(NotCanceled.texts(result));
    }

    /** Adds the closed positions. */
    public void closed(Flattened result) {
        flattened = result;
        switch (result.last()) {
            case Flattening.Failed(BrokerFault fault) -> texts.add(FaultText.of(fault));
            case Flattening.NotHeldBack _ -> texts.add(Flattened.RESUMED);
            case Flattening.Passed passed ->
                    passed.unreadable().stream().map(UnreadableItem::text).forEach(texts::add);
        }
    }

    /** Adds the orders that were being sent when trading was halted. */
    public void unanswered(List<Order> orders) {
        unanswered = List.copyOf(orders);
        if (!orders.isEmpty()) {
            texts.add(AwaitAnswers.text(orders));
        }
    }

    /** Returns whether the halt is stored. */
    public boolean stored() {
        return stored;
    }

    /** Returns whether everything requested is done. */
    public boolean done() {
        return texts.isEmpty() && (flattened == null || flattened.flat());
    }

    /**
     * Returns the JSON for programs.
     *
     * @param rules the rules now; null if they could not be read
     */
    public HaltBody json(@Nullable RiskRules rules) {
        Flattened result = flattened;
        Flattening.Passed last =
                result != null && result.last() instanceof Flattening.Passed passed ? passed : null;
        return new HaltBody(
                stored,
                rules == null ? null : RiskBody.of(rules),
                canceled,
                externalOrders,
                result == null
                        ? null
                        : result.closing().stream().map(each -> CloseView.of(each).json()).toList(),
                result == null ? null : result.flat(),
                last == null ? null : left(last),
                last == null ? null : UnreadableBody.of(last.unreadable()),
                unanswered.stream().map(order -> order.id().value()).toList(),
                text());
    }

    /** Returns what is left to do; empty if nothing is. */
    public String text() {
        return String.join("; ", texts);
    }

    private static List<CloseBody> left(Flattening.Passed last) {
        return Stream.concat(
                        last.left().stream().map(each -> CloseView.of(each).json()),
                        last.unreadable().stream()
                                .map(item ->
                                        CloseBody.of(
                                                item.symbol(),
                                                "unreadable",
                                                item.text(),
                                                null,
                                                List.of())))
                .toList();
    }
}
