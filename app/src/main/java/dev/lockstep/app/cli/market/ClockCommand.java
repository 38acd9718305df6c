package dev.lockstep.app.cli.market;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.BrokerAccess;
import dev.lockstep.app.view.market.ClockBody;
import dev.lockstep.app.view.market.MarketDataView;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.market.TradingDay;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows whether the market is open, and its next trading days. */
@Command(
        name = "clock",
        description = "Show whether the market is open, by the broker's clock, and when it opens.")
public final class ClockCommand implements Callable<Integer> {
    private static final ZoneId MARKET_ZONE = ZoneId.of("America/New_York");
    private static final int MAX_DAYS = 366;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--days",
            paramLabel = "COUNT",
            description = "Also show the trading days among the next COUNT days, at most 366.")
    private int days;

    public ClockCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (days < 0 || days > MAX_DAYS) {
            throw new InvalidValueException("days", days, "0 to " + MAX_DAYS);
        }
        BrokerAccess access = OpenPlatform.broker(context);
        MarketClock clock = BrokerFailures.answer(access.broker().clock());
        List<TradingDay> tradingDays = tradingDays(access, clock);
        if (output.json()) {
            output.print(ClockBody.of(clock, tradingDays));
        } else {
            output.print(MarketDataView.table(clock));
            if (days > 0) {
                output.line("");
                output.print(MarketDataView.days(tradingDays));
            }
        }
        return ExitCode.OK.number();
    }

    private List<TradingDay> tradingDays(BrokerAccess access, MarketClock clock) {
        if (days == 0) {
            return List.of();
        }
        LocalDate today = clock.now().atZone(MARKET_ZONE).toLocalDate();
        return BrokerFailures.answer(access.calendar().days(today, today.plusDays(days - 1L)));
    }
}
