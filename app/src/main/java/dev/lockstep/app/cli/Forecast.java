package dev.lockstep.app.cli;

import dev.lockstep.app.form.WrittenOrder;
import dev.lockstep.app.view.Submission;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.risk.Denial;
import dev.lockstep.domain.risk.VenueRules;
import java.util.List;
import java.util.function.Function;

/**
 * Says what would come of orders if they were submitted now; nothing is stored or sent. A folder
 * without orders stays without: there the venue's rules alone are checked.
 */
final class Forecast implements AutoCloseable {
    private final Function<NewOrder, List<Denial>> rules;
    private final Runnable end;

    private Forecast(Function<NewOrder, List<Denial>> rules, Runnable end) {
        this.rules = rules;
        this.end = end;
    }

    static Forecast open(Lockstep root) throws InterruptedException {
        if (!root.settings().folder().hasDatabase()) {
            return new Forecast(
                    terms -> VenueRules.denials(terms, root.surroundings().clock().instant()),
                    () -> {});
        }
        Desk desk = Desks.open(root);
        return new Forecast(desk.window().checkOrder()::denials, desk::close);
    }

    Submission of(WrittenOrder wanted) {
        List<Denial> denials = rules.apply(wanted.terms());
        return denials.isEmpty() ? Submission.dryRun() : Submission.denied(denials);
    }

    @Override
    public void close() {
        end.run();
    }
}
