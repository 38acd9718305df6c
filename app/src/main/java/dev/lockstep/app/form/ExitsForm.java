package dev.lockstep.app.form;

import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.util.Optional;

/** The exits of an order request; they determine its class, except for OCO. */
final class ExitsForm {
    private final OrderRequestParser form;

    ExitsForm(OrderRequestParser form) {
        this.form = form;
    }

    OrderClass read() {
        Optional<Price> profit = form.optional(OrderField.TAKE_PROFIT, Price::of);
        Optional<Price> stop = form.optional(OrderField.STOP_LOSS, Price::of);
        Optional<Price> limit = form.optional(OrderField.STOP_LOSS_LIMIT, Price::of);
        ClassWord word =
                form.optional(OrderField.ORDER_CLASS, ExitsForm::word)
                        .orElseGet(() -> implied(profit, stop));
        if (limit.isPresent() && stop.isEmpty()) {
            throw new InvalidValueException(
                    OrderField.STOP_LOSS_LIMIT.label(), limit.get(), "none without stopLoss");
        }
        return switch (word) {
            case SIMPLE -> {
                refuse(OrderField.TAKE_PROFIT, profit, word);
                refuse(OrderField.STOP_LOSS, stop, word);
                yield new OrderClass.Simple();
            }
            case BRACKET -> new OrderClass.Bracket(takeProfit(), stopLoss(limit));
            case OCO -> {
                refuse(OrderField.TAKE_PROFIT, profit, word);
                yield new OrderClass.OneCancelsOther(stopLoss(limit));
            }
            case OTO -> new OrderClass.OneTriggersOther(onlyExit(profit, stop, limit));
        };
    }

    private ExitLeg onlyExit(Optional<Price> profit, Optional<Price> stop, Optional<Price> limit) {
        if (profit.isPresent() && stop.isPresent()) {
            throw new InvalidValueException(
                    OrderField.TAKE_PROFIT.label(),
                    profit.get(),
                    "either takeProfit or stopLoss for an oto order");
        }
        return profit.isPresent() ? takeProfit() : stopLoss(limit);
    }

    private ExitLeg.TakeProfit takeProfit() {
        return new ExitLeg.TakeProfit(form.required(OrderField.TAKE_PROFIT, Price::of));
    }

    private ExitLeg.StopLoss stopLoss(Optional<Price> limit) {
        return new ExitLeg.StopLoss(
                form.required(OrderField.STOP_LOSS, Price::of), limit.orElse(null));
    }

    private static ClassWord implied(Optional<Price> profit, Optional<Price> stop) {
        if (profit.isPresent() && stop.isPresent()) {
            return ClassWord.BRACKET;
        }
        return profit.isPresent() || stop.isPresent() ? ClassWord.OTO : ClassWord.SIMPLE;
    }

    private static void refuse(OrderField field, Optional<Price> price, ClassWord word) {
        if (price.isPresent()) {
            throw new InvalidValueException(
                    field.label(), price.get(), "none for a " + ShownValue.of(word) + " order");
        }
    }

    private static ClassWord word(String text) {
        return OrderRequestParser.word(OrderField.ORDER_CLASS, ClassWord.class, text);
    }

    /** The broker's names of the classes. */
    enum ClassWord {
        SIMPLE,
        BRACKET,
        OCO,
        OTO
    }
}
