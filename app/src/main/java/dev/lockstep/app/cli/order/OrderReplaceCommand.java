package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.CommandResult;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.RecoveryGate;
import dev.lockstep.app.cli.shell.ResultExitCodes;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.form.ReplaceForm;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderName;
import dev.lockstep.app.view.change.ReplaceView;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.usecase.replace.ReplaceOrder;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.submit.ReplaceResult;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces an order. */
@Command(name = "replace", description = "Replace an open order by one with other terms.")
public final class OrderReplaceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "ORDER", description = "Order id, client order id or broker id.")
    private String name = "";

    @Option(
            names = "--qty",
            paramLabel = "QTY",
            description = "New total quantity, including what has filled already.")
    private @Nullable String qty;

    @Option(names = "--limit-price", paramLabel = "PRICE", description = "New limit price.")
    private @Nullable String limitPrice;

    @Option(names = "--stop-price", paramLabel = "PRICE", description = "New stop price.")
    private @Nullable String stopPrice;

    @Option(
            names = "--trail-price",
            paramLabel = "PRICE",
            description = "New distance of a trailing stop from the market, in dollars.")
    private @Nullable String trailPrice;

    @Option(
            names = "--trail-percent",
            paramLabel = "PERCENT",
            description = "New distance of a trailing stop from the market, in percent.")
    private @Nullable String trailPercent;

    @Option(
            names = "--time-in-force",
            paramLabel = "WORD",
            description = "New time in force: day, gtc, opg, cls, ioc or fok.")
    private @Nullable String timeInForce;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "Idempotency key: repeated requests with one key make one " + "replacement.")
    private @Nullable String key;

    @Option(
            names = "--dry-run",
            description =
                    "Show whether the replacement would be sent; send and store " + "nothing.")
    private boolean dryRun;

    public OrderReplaceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        ReplaceRequest request = request();
        context.settings().requireStore();
        try (TradingPlatform tradingPlatform = OpenPlatform.open(context)) {
            Order order = OrderName.required(tradingPlatform.repository(), name);
            CommandResult<ReplaceView> line = line(tradingPlatform, order, request);
            print(line.view());
            return line.code().number();
        }
    }

    private ReplaceRequest request() {
        ReplaceForm form =
                new ReplaceForm(qty, limitPrice, stopPrice, trailPrice, trailPercent, timeInForce);
        if (form.empty()) {
            throw new InvalidValueException(
                    "change",
                    "missing",
                    "--qty, --limit-price, --stop-price, --trail-price, --trail-percent or"
                            + " --time-in-force");
        }
        return form.request();
    }

    private CommandResult<ReplaceView> line(
            TradingPlatform tradingPlatform, Order order, ReplaceRequest request)
            throws InterruptedException {
        if (dryRun) {
            List<Denial> denials = tradingPlatform.replaceOrder().check(order, request);
            return new CommandResult<>(
                    ReplaceView.checked(denials, order),
                    denials.isEmpty() ? ExitCode.OK : ExitCode.NO);
        }
        RecoveryGate.pass(tradingPlatform.recovery(), output);
        ReplaceResult result = replaced(tradingPlatform.replaceOrder(), order, request);
        return new CommandResult<>(ReplaceView.of(result, order), ResultExitCodes.of(result));
    }

    private ReplaceResult replaced(ReplaceOrder replaceOrder, Order order, ReplaceRequest request) {
        return key == null
                ? replaceOrder.replace(order.id(), request)
                : replaceOrder.replace(order.id(), request, new IdempotencyKey(key));
    }

    private void print(ReplaceView line) {
        if (output.json()) {
            output.print(line.json());
            return;
        }
        output.print(line.table());
        if (!line.text().isEmpty()) {
            output.line(line.text());
        }
    }
}
