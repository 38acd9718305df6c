package dev.lockstep.app.cli.health;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.BrokerAccess;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.view.StatusView;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.port.broker.FetchResult;
import dev.lockstep.domain.port.broker.LinkStatus;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Sends one request to the broker, and shows the state of the connection and the trading loop's
 * last report. Changes nothing and starts nothing.
 */
@Command(
        name = "status",
        description = "Show the connection to the broker and the freshness of the orders.")
public final class StatusCommand implements Callable<Integer> {
    private static final String NO_SIMULATOR =
            "the simulator of this folder is not running; the next command that needs it starts it";
    private static final LinkStatus NOTHING_KNOWN =
            new LinkStatus(null, null, null, LinkStatus.Breaker.CLOSED, "");

    private final CommandContext context;

    @Mixin private Output output = new Output();

    public StatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings settings = context.settings();
        PlatformFactory platforms = context.platforms();
        Optional<BrokerAccess> line = platforms.runningBroker(settings);
        String fault = line.map(StatusCommand::fault).orElse(NO_SIMULATOR);
        Account account = fault.isEmpty() ? line.map(StatusCommand::account).orElse(null) : null;
        StatusView view =
                new StatusView(
                        settings.mode(),
                        line.map(open -> open.address().toString()).orElse(""),
                        fault,
                        account,
                        line.map(open -> open.link().status()).orElse(NOTHING_KNOWN),
                        platforms.lastLoopReport(settings),
                        context.processEnvironment().clock().instant());
        if (output.json()) {
            output.print(view.json());
        } else {
            output.print(view.table());
        }
        if (!fault.isEmpty()) {
            return ExitCode.BROKER.number();
        }
        return (account != null && account.tradingBlocked() ? ExitCode.NO : ExitCode.OK).number();
    }

    private static @Nullable Account account(BrokerAccess line) {
        return switch (line.broker().account()) {
            case FetchResult.Complete<Account>(Account account) -> account;
            case FetchResult.Failed<Account> _ -> null;
        };
    }

    /** Any answer will do; the clock is the cheapest. */
    private static String fault(BrokerAccess line) {
        return switch (line.broker().clock()) {
            case FetchResult.Complete<MarketClock> _ -> "";
            case FetchResult.Failed<MarketClock> failed -> BrokerFailures.text(failed.fault());
        };
    }
}
