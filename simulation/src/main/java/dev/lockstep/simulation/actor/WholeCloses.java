package dev.lockstep.simulation.actor;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.exchange.ObservedExecution;
import dev.lockstep.simulation.process.PlatformProcess;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Accepted requests to close whole positions, each with the order that was its answer. */
public final class WholeCloses {
    private final List<Accepted> accepted = new ArrayList<>();

    /**
     * An accepted request.
     *
     * @param symbol the instrument
     * @param answer the order that the caller was given, as it was then
     * @param held the least that was held at the exchange during the request, without its sign
     */
    public record Accepted(Symbol symbol, Order answer, BigDecimal held) {}

    /** Returns those that were accepted so far. */
    public List<Accepted> accepted() {
        return accepted;
    }

    /** Requests that a whole position is closed at the market. */
    CloseResult request(PlatformProcess process, MarketPlace market, Symbol symbol) {
        return request(
                () -> process.useCases().close().close(symbol, new ClosePart.Whole()),
                market,
                symbol);
    }

    /** Requests that a whole position is closed at a limit. */
    CloseResult request(PlatformProcess process, MarketPlace market, Symbol symbol, Price limit) {
        return request(
                () ->
                        process.useCases()
                                .close()
                                .closeAt(symbol, null, new ClosePart.Whole(), limit),
                market,
                symbol);
    }

    private CloseResult request(Supplier<CloseResult> close, MarketPlace market, Symbol symbol) {
        BigDecimal before = held(market, symbol);
        int executions = market.executions().size();
        CloseResult result = close.get();
        BigDecimal after = held(market, symbol);
        if (result instanceof CloseResult.Closing(Order order)
                && before.signum() * after.signum() > 0
                && onlyFell(market.executions(), executions, symbol, before)) {
            accepted.add(new Accepted(symbol, order, before.abs().min(after.abs())));
        }
        return result;
    }

    private static BigDecimal held(MarketPlace market, Symbol symbol) {
        return market.positions().getOrDefault(symbol.value(), BigDecimal.ZERO);
    }

    /** Otherwise less may have been held in between than before and after. */
    private static boolean onlyFell(
            List<ObservedExecution> all, int from, Symbol symbol, BigDecimal before) {
        return all.subList(from, all.size()).stream()
                .filter(execution -> execution.symbol().equals(symbol.value()))
                .allMatch(execution -> execution.signedQty().signum() == -before.signum());
    }
}
