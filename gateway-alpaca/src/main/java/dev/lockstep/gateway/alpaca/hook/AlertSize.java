package dev.lockstep.gateway.alpaca.hook;

import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.access.HookField;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.usecase.query.HoldingsByStrategy;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The amount of an alert's order: a number, dollars, or a percentage of position or equity. */
final class AlertSize {
    static final BigDecimal HUNDRED = new BigDecimal(100);

    private static final BigDecimal MAX_EQUITY_PERCENT = new BigDecimal(400);
    private static final List<HookField> AMOUNTS =
            List.of(
                    HookField.QTY,
                    HookField.NOTIONAL,
                    HookField.POSITION_PERCENT,
                    HookField.EQUITY_PERCENT);

    /** The fields that value types name, whatever the number is in the alert. */
    private static final Set<String> UNNAMED = Set.of("quantity", "money");

    private final HoldingsByStrategy holdings;
    private final Broker broker;

    AlertSize(HoldingsByStrategy holdings, Broker broker) {
        this.holdings = holdings;
        this.broker = broker;
    }

    /**
     * Returns the amount.
     *
     * @throws InvalidValueException if there is not exactly one, or it is invalid
     * @throws RefusedRequest if the account cannot be read
     */
    OrderAmount amount(AlertFields fields, Symbol symbol, StrategyId strategy) {
        List<HookField> given = AMOUNTS.stream().filter(fields::has).toList();
        String expected = "one of qty, notional, positionPercent and equityPercent";
        if (given.isEmpty()) {
            throw new InvalidValueException(HookField.QTY.word(), "absent", expected);
        }
        HookField field = given.getFirst();
        BigDecimal value = fields.positive(field);
        if (given.size() > 1 || value == null) {
            throw new InvalidValueException(
                    given.getLast().word(), String.valueOf(fields.text(given.getLast())), expected);
        }
        return valid(
                field,
                () ->
                        switch (field) {
                            case NOTIONAL -> new OrderAmount.ByCash(new Money(value));
                            case POSITION_PERCENT -> ofPosition(value, symbol, strategy);
                            case EQUITY_PERCENT -> ofEquity(value, fields, symbol);
                            default -> new OrderAmount.ByQuantity(new Quantity(value));
                        });
    }

    /** A part of whole shares is whole shares. */
    private OrderAmount ofPosition(BigDecimal percent, Symbol symbol, StrategyId strategy) {
        require(HookField.POSITION_PERCENT, percent, HUNDRED);
        BigDecimal held =
                holdings.of(symbol)
                        .byStrategy()
                        .getOrDefault(strategy, NetQuantity.FLAT)
                        .value()
                        .abs();
        BigDecimal part =
                held.multiply(percent)
                        .divide(HUNDRED, Math.max(0, held.scale()), RoundingMode.DOWN);
        return quantity(
                HookField.POSITION_PERCENT,
                percent,
                part,
                "a part of a position; strategy "
                        + strategy
                        + " holds "
                        + held.toPlainString()
                        + " "
                        + symbol);
    }

    private OrderAmount ofEquity(BigDecimal percent, AlertFields fields, Symbol symbol) {
        require(HookField.EQUITY_PERCENT, percent, MAX_EQUITY_PERCENT);
        BigDecimal limit = fields.positive(HookField.LIMIT_PRICE);
        BigDecimal price = limit == null ? fields.positive(HookField.PRICE) : limit;
        if (price == null) {
            throw new InvalidValueException(
                    HookField.PRICE.word(),
                    "absent",
                    "the price of the instrument, such as {{close}}, or limitPrice");
        }
        BigDecimal cash = equity().multiply(percent).divide(HUNDRED);
        int decimals = symbol.assetClass() == AssetClass.CRYPTO ? Quantity.MAX_DECIMALS : 0;
        return quantity(
                HookField.EQUITY_PERCENT,
                percent,
                cash.divide(price, decimals, RoundingMode.DOWN),
                "dollars for at least one at " + price.toPlainString());
    }

    private BigDecimal equity() {
        return switch (broker.account()) {
            case FetchResult.Complete<Account>(Account account) -> account.equity().value();
            case FetchResult.Failed<Account> failed ->
                    throw new RefusedRequest(
                            Refusal.unavailable(
                                    "nothing was stored or sent, try again: the equity of the"
                                            + " account could not be read: "
                                            + failed.fault().text()));
        };
    }

    private static OrderAmount quantity(
            HookField field, BigDecimal percent, BigDecimal value, String expected) {
        if (value.signum() <= 0) {
            throw new InvalidValueException(field.word(), percent, expected);
        }
        return new OrderAmount.ByQuantity(new Quantity(value));
    }

    private static void require(HookField field, BigDecimal percent, BigDecimal most) {
        if (percent.compareTo(most) > 0) {
            throw new InvalidValueException(field.word(), percent, "> 0 and <= " + most);
        }
    }

    /** Names a number that is too long as the template does. */
    private static OrderAmount valid(HookField field, Supplier<OrderAmount> made) {
        try {
            return made.get();
        } catch (InvalidValueException wrong) {
            throw UNNAMED.contains(wrong.field()) ? wrong.in(field.word()) : wrong;
        }
    }
}
