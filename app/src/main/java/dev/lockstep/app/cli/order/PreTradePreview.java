package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.form.OrderRequest;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.UncheckedSymbol;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks orders as if they were submitted now; nothing is stored or sent. In a folder without a
 * database only the rules of the venue are checked, and none is created.
 */
final class PreTradePreview implements AutoCloseable {
    private static final String NO_STORE =
            "symbol, limits and account are not checked: this data folder has no database yet";

    private final Function<NewOrder, List<Denial>> rules;
    private final Function<NewOrder, Optional<String>> unchecked;
    private final Function<IdempotencyKey, Optional<Order>> stored;
    private final Runnable end;

    private PreTradePreview(
            Function<NewOrder, List<Denial>> rules,
            Function<NewOrder, Optional<String>> unchecked,
            Function<IdempotencyKey, Optional<Order>> stored,
            Runnable end) {
        this.rules = rules;
        this.unchecked = unchecked;
        this.stored = stored;
        this.end = end;
    }

    static PreTradePreview open(CommandContext context) throws InterruptedException {
        if (!context.settings().hasStore()) {
            return new PreTradePreview(
                    terms ->
                            new AlpacaVenue()
                                    .denials(terms, context.processEnvironment().clock().instant()),
                    _ -> Optional.of(NO_STORE),
                    _ -> Optional.empty(),
                    () -> {});
        }
        TradingPlatform tradingPlatform = OpenPlatform.open(context);
        return new PreTradePreview(
                tradingPlatform.display().checkOrder()::denials,
                terms -> UncheckedSymbol.text(tradingPlatform.display().checkOrder(), terms),
                tradingPlatform.repository()::byIdempotencyKey,
                tradingPlatform::close);
    }

    /**
     * Returns what would become of the order. The order of its key takes precedence, unless it
     * would be tried again.
     */
    CommandResult<SubmitView> of(OrderRequest requested) {
        Optional<Order> known = requested.key().map(IdempotencyKey::ofCaller).flatMap(stored);
        return known.filter(order -> !triedAgain(order, requested.terms()))
                .map(order -> SubmitResults.underTheKeyOf(order, requested.terms()))
                .orElseGet(() ->
                        SubmitResults.checked(
                                rules.apply(requested.terms()),
                                () -> unchecked.apply(requested.terms())));
    }

    private static boolean triedAgain(Order order, NewOrder terms) {
        return order.mayBeTriedAgain() && order.terms().equals(terms);
    }

    @Override
    public void close() {
        end.run();
    }
}
