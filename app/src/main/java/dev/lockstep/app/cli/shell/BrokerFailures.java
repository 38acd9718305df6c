package dev.lockstep.app.cli.shell;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.FaultText;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.port.broker.FetchResult;

/** Turns a question that the broker did not answer into the end of the command. */
public final class BrokerFailures {
    private BrokerFailures() {}

    public static <T> T answer(FetchResult<T> fetched) {
        return switch (fetched) {
            case FetchResult.Complete<T> complete -> complete.value();
            case FetchResult.Failed<T> failed -> throw end(failed.fault());
        };
    }

    public static CommandEnd end(BrokerFault fault) {
        return new CommandEnd(ExitCode.BROKER, text(fault));
    }

    public static String text(BrokerFault fault) {
        return FaultText.of(fault);
    }
}
