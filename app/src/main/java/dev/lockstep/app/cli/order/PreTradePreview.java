package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.form.OrderRequest;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.change.SubmitView;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.port.venue.AlpacaVenue;
import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;
import java.util.function.Function;

/**
 * Checks orders as if they were submitted now; nothing is stored or sent. In a folder without a
 * database only the rules of the venue are checked, and none is created.
 */
final class PreTradePreview implements AutoCloseable {
    private final Function<NewOrder, List<Denial>> rules;
    private final Runnable end;

    private PreTradePreview(Function<NewOrder, List<Denial>> rules, Runnable end) {
        this.rules = rules;
        this.end = end;
    }

    static PreTradePreview open(CommandContext context) throws InterruptedException {
        if (!context.settings().hasStore()) {
            return new PreTradePreview(
                    terms ->
                            new AlpacaVenue()
                                    .denials(terms, context.surroundings().clock().instant()),
                    () -> {});
        }
        TradingPlatform tradingPlatform = OpenPlatform.open(context);
        return new PreTradePreview(
                tradingPlatform.display().checkOrder()::denials, tradingPlatform::close);
    }

    CommandResult<SubmitView> of(OrderRequest requested) {
        List<Denial> denials = rules.apply(requested.terms());
        return SubmitSteps.checked(denials);
    }

    @Override
    public void close() {
        end.run();
    }
}
