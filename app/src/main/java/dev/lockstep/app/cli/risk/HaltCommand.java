package dev.lockstep.app.cli.risk;

import dev.lockstep.app.cli.shell.BrokerFailures;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.halt.AwaitAnswers;
import dev.lockstep.app.halt.CloseEverything;
import dev.lockstep.app.halt.Flattened;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.view.body.UnreadableBody;
import dev.lockstep.app.view.change.CloseView;
import dev.lockstep.app.view.change.HaltView;
import dev.lockstep.app.view.change.NotCanceled;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.halt.Flattening;
import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.domain.value.TimeSpan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Stops trading, and on request cancels every order and closes every position. The halt is stored
 * before the broker is asked for anything.
 */
@Command(
        name = "halt",
        description =
                "Stop all new risk, in every process, until 'lockstep resume'. "
                        + "Cancels and orders that reduce a position are still sent.")
public final class HaltCommand implements Callable<Integer> {
    private static final Duration MAX_WAIT = Duration.ofHours(1);
    private static final String NOT_STORED =
            "Trading is not halted: the halt could not be stored, so no other process obeys it."
                    + " Stop 'lockstep run', or cancel at the broker. Cause: ";

    private final CommandContext context;
    private final HaltView view = new HaltView();
    private @Nullable RiskRules rules;

    @Mixin private Output output = new Output();

    @Mixin private ReasonOption reason = new ReasonOption();

    @Option(names = "--cancel", description = "Also request the cancel of every open order.")
    private boolean cancel;

    @Option(
            names = "--flatten",
            description = "Also cancel every order and close every position at the market.")
    private boolean flatten;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description =
                    "Time to wait until the positions are closed, 0s to 1h (default: ${DEFAULT-VALUE}).")
    private String wait = "30s";

    @Option(
            names = "--dry-run",
            description = "List what would be canceled and closed; send and store nothing.")
    private boolean dryRun;

    public HaltCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        var _ = longest();
        if (dryRun) {
            return new HaltPreview(context, output, cancel || flatten, flatten).print().number();
        }
        ExitCode end = halted();
        if (cancel || flatten) {
            end = end.or(beyond());
        }
        if (output.json()) {
            output.print(view.json(rules));
        }
        return end.number();
    }

    private Duration longest() {
        return TimeSpan.parse("wait", wait, Duration.ZERO, MAX_WAIT);
    }

    /** Continues to cancel even if the halt cannot be stored. */
    private ExitCode halted() throws InterruptedException {
        List<Order> unanswered;
        RiskRules halted;
        try (StoreUseCases book = OpenPlatform.newStore(context)) {
            halted = book.controlRisk().halt(ReasonOption.who(context), reason.why());
            if (flatten) {
                halted = book.controlRisk().requestFlatten(ReasonOption.who(context), reason.why());
            } else if (cancel) {
                halted =
                        book.controlRisk()
                                .requestCancelExternal(ReasonOption.who(context), reason.why());
            }
            unanswered =
                    cancel || flatten
                            ? List.of()
                            : new AwaitAnswers(
                                            book.repository(), context.processEnvironment().pause())
                                    .await();
        } catch (RepositoryException failure) {
            output.note(NOT_STORED + failure.getMessage());
            view.notStored(String.valueOf(failure.getMessage()));
            return ExitCode.STORE;
        }
        rules = halted;
        say(RiskView.state(halted));
        return cancel || flatten ? ExitCode.OK : unanswered(unanswered);
    }

    private ExitCode beyond() throws InterruptedException {
        try (TradingPlatform tradingPlatform = OpenPlatform.openNew(context)) {
            ExitCode canceled = canceled(tradingPlatform.haltTrading().cancelAll());
            ExitCode closed = flatten ? canceled.or(flattened(tradingPlatform)) : canceled;
            List<Order> unanswered =
                    new AwaitAnswers(
                                    tradingPlatform.repository(),
                                    context.processEnvironment().pause())
                            .await();
            rules = tradingPlatform.storeUseCases().controlRisk().rules();
            return closed.or(unanswered(unanswered));
        }
    }

    /** Trading is halted; orders sent before the halt may still be executed. */
    private ExitCode unanswered(List<Order> unanswered) {
        view.unanswered(unanswered);
        if (unanswered.isEmpty()) {
            return ExitCode.OK;
        }
        output.note(AwaitAnswers.text(unanswered));
        return ExitCode.BROKER;
    }

    private ExitCode canceled(CancelAllResult result) {
        view.canceled(result);
        long requested = result.ours().stream().filter(HaltCommand::accepted).count();
        int elsewhere = result.external().size();
        say(requested + " cancels requested, and " + elsewhere + " of external orders");
        NotCanceled.texts(result).forEach(output::note);
        boolean all =
                result.ours().stream()
                        .noneMatch(one ->
                                one instanceof CancelResult.Refused
                                        || one instanceof CancelResult.Unresolved
                                        || one instanceof CancelResult.Unstored);
        result.unreadable().forEach(item -> output.note(item.text() + "; not canceled"));
        return all && result.externalUnknown() == null && result.unreadable().isEmpty()
                ? ExitCode.OK
                : ExitCode.NO;
    }

    private static boolean accepted(CancelResult result) {
        return switch (result) {
            case CancelResult.Requested _,
                    CancelResult.CanceledHere _,
                    CancelResult.OnceResolved _,
                    CancelResult.Postponed _ ->
                    true;
            case CancelResult.NoSuchOrder _,
                    CancelResult.TooLate _,
                    CancelResult.Refused _,
                    CancelResult.Unresolved _,
                    CancelResult.Unstored _ ->
                    false;
        };
    }

    private ExitCode flattened(TradingPlatform tradingPlatform) throws InterruptedException {
        ProcessEnvironment around = context.processEnvironment();
        Flattened end =
                new CloseEverything(tradingPlatform, around.clock(), around.pause())
                        .within(longest(), order -> say(described(order)));
        view.closed(end);
        return switch (end.last()) {
            case Flattening.Failed failed -> throw BrokerFailures.end(failed.fault());
            case Flattening.NotHeldBack _ -> {
                output.note(Flattened.RESUMED);
                yield ExitCode.NO;
            }
            case Flattening.Passed passed -> ended(passed);
        };
    }

    private ExitCode ended(Flattening.Passed last) {
        if (last.flat()) {
            say("All positions are closed.");
            return ExitCode.OK;
        }
        UnreadableBody.of(last.unreadable()).forEach(item -> output.note(item.line()));
        if (last.done()) {
            output.note("All readable positions are closed; the unreadable ones are unchanged.");
            return ExitCode.NO;
        }
        List<CloseView> left = last.left().stream().map(CloseView::of).toList();
        left.forEach(line -> output.note(line.symbol() + ": " + line.text()));
        output.note(
                "Not closed within "
                        + wait
                        + ". 'lockstep run' continues to close them; so does the same command"
                        + " again. Open: "
                        + left.stream()
                                .map(line -> line.symbol().value())
                                .collect(Collectors.joining(", ")));
        return ExitCode.NO;
    }

    private static String described(Order order) {
        return OrderView.described(order.terms())
                + ": "
                + ShownValue.of(order.status())
                + " "
                + order.id();
    }

    private void say(String text) {
        if (!output.json()) {
            output.line(text);
        }
    }
}
