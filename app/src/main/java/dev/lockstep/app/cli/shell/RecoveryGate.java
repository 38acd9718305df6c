package dev.lockstep.app.cli.shell;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.recovery.Recovery;
import dev.lockstep.domain.usecase.recover.Resolution;
import java.util.List;

/**
 * Delays new orders until the orders that were unanswered at the start are resolved.
 *
 * <p>Those are enough: a living process receives the answers to its own orders within one call
 * timeout, and the orders of a dead one are resolved within the grace period.
 */
public final class RecoveryGate {
    private RecoveryGate() {}

    public static void pass(Recovery recovery, Output output) throws InterruptedException {
        boolean[] reported = new boolean[1];
        List<Resolution.Unresolved> left =
                recovery.settleThoseOfNow(waiting -> {
                    if (!reported[0]) {
                        output.note("resolving " + waiting + " unanswered orders");
                        reported[0] = true;
                    }
                });
        if (!left.isEmpty()) {
            Resolution.Unresolved first = left.getFirst();
            throw new CommandEnd(
                    ExitCode.BROKER,
                    "No new order is sent while earlier ones are unanswered: "
                            + left.size()
                            + ", of which the first is order "
                            + first.order().id()
                            + ": "
                            + first.text());
        }
    }
}
