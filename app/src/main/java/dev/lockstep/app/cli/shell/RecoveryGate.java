package dev.lockstep.app.cli.shell;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.recovery.Recovery;
import dev.lockstep.domain.usecase.recover.Resolution;
import java.util.List;

/**
 * Lets new orders out only when the orders that had no answer before are settled.
 *
 * <p>Waiting for those there are at the start is enough: what a living process has in flight is
 * answered within the time of one call, so it holds nobody up; what a dead one left is settled
 * within the grace period.
 */
public final class RecoveryGate {
    private RecoveryGate() {}

    public static void pass(Recovery recovery, Output output) throws InterruptedException {
        boolean[] told = new boolean[1];
        List<Resolution.Unresolved> left =
                recovery.settleThoseOfNow(waiting -> {
                    if (!told[0]) {
                        output.note("resolving " + waiting + " unanswered orders");
                        told[0] = true;
                    }
                });
        if (!left.isEmpty()) {
            Resolution.Unresolved first = left.getFirst();
            throw new CommandEnd(
                    ExitCode.BROKER,
                    "No new order is sent while "
                            + left.size()
                            + " earlier orders are unanswered; the first is "
                            + first.order().id()
                            + ": "
                            + first.text());
        }
    }
}
