package dev.lockstep.app.cli;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.domain.port.BrokerFault;
import dev.lockstep.domain.port.Fetched;

/** Turns a question that the broker did not answer into the end of the command. */
final class BrokerFailures {
    private BrokerFailures() {}

    static <T> T answer(Fetched<T> fetched) {
        return switch (fetched) {
            case Fetched.Complete<T> complete -> complete.value();
            case Fetched.Failed<T> failed -> throw end(failed.fault());
        };
    }

    static CommandEnd end(BrokerFault fault) {
        return new CommandEnd(ExitCode.BROKER, text(fault));
    }

    static String text(BrokerFault fault) {
        return FaultText.of(fault);
    }
}
