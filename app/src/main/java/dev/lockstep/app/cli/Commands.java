package dev.lockstep.app.cli;

import dev.lockstep.app.cli.config.CompletionCommand;
import dev.lockstep.app.cli.config.ConfigCheckCommand;
import dev.lockstep.app.cli.config.ConfigCommand;
import dev.lockstep.app.cli.config.ConfigShowCommand;
import dev.lockstep.app.cli.data.AuditCommand;
import dev.lockstep.app.cli.data.AuditListCommand;
import dev.lockstep.app.cli.data.AuditVerifyCommand;
import dev.lockstep.app.cli.data.BackupCommand;
import dev.lockstep.app.cli.data.ExportCommand;
import dev.lockstep.app.cli.data.ImportCommand;
import dev.lockstep.app.cli.data.ReplayCommand;
import dev.lockstep.app.cli.data.StoreCommand;
import dev.lockstep.app.cli.data.StoreCopyCommand;
import dev.lockstep.app.cli.demo.DemoCommand;
import dev.lockstep.app.cli.demo.DemoReaderCommand;
import dev.lockstep.app.cli.demo.DemoSyncerCommand;
import dev.lockstep.app.cli.health.DoctorCommand;
import dev.lockstep.app.cli.health.HealthCommand;
import dev.lockstep.app.cli.health.IncidentsAcknowledgeCommand;
import dev.lockstep.app.cli.health.IncidentsCloseCommand;
import dev.lockstep.app.cli.health.IncidentsCommand;
import dev.lockstep.app.cli.health.StatusCommand;
import dev.lockstep.app.cli.health.SyncCommand;
import dev.lockstep.app.cli.health.VerifyCommand;
import dev.lockstep.app.cli.interactive.ShellCommand;
import dev.lockstep.app.cli.key.HooksAddCommand;
import dev.lockstep.app.cli.key.HooksCommand;
import dev.lockstep.app.cli.key.HooksListCommand;
import dev.lockstep.app.cli.key.HooksRevokeCommand;
import dev.lockstep.app.cli.key.HooksRotateCommand;
import dev.lockstep.app.cli.key.KeysAddCommand;
import dev.lockstep.app.cli.key.KeysCommand;
import dev.lockstep.app.cli.key.KeysListCommand;
import dev.lockstep.app.cli.key.KeysRevokeCommand;
import dev.lockstep.app.cli.key.KeysRotateCommand;
import dev.lockstep.app.cli.market.AssetsCommand;
import dev.lockstep.app.cli.market.BarsCommand;
import dev.lockstep.app.cli.market.ClockCommand;
import dev.lockstep.app.cli.market.QuoteCommand;
import dev.lockstep.app.cli.notify.NotifyCommand;
import dev.lockstep.app.cli.notify.NotifyListCommand;
import dev.lockstep.app.cli.notify.NotifyTestCommand;
import dev.lockstep.app.cli.order.CancelAllCommand;
import dev.lockstep.app.cli.order.OrderAdoptCommand;
import dev.lockstep.app.cli.order.OrderCancelCommand;
import dev.lockstep.app.cli.order.OrderCommand;
import dev.lockstep.app.cli.order.OrderListCommand;
import dev.lockstep.app.cli.order.OrderReplaceCommand;
import dev.lockstep.app.cli.order.OrderShowCommand;
import dev.lockstep.app.cli.order.OrderSubmitCommand;
import dev.lockstep.app.cli.position.AccountCommand;
import dev.lockstep.app.cli.position.AdjustmentsCommand;
import dev.lockstep.app.cli.position.AdjustmentsListCommand;
import dev.lockstep.app.cli.position.CloseCommand;
import dev.lockstep.app.cli.position.PositionsCommand;
import dev.lockstep.app.cli.position.ReverseCommand;
import dev.lockstep.app.cli.prove.DiskWriterCommand;
import dev.lockstep.app.cli.prove.ProveBugsCommand;
import dev.lockstep.app.cli.prove.ProveCommand;
import dev.lockstep.app.cli.prove.ProveDiskCommand;
import dev.lockstep.app.cli.prove.ProveFuzzCommand;
import dev.lockstep.app.cli.prove.ProveHistoryCommand;
import dev.lockstep.app.cli.prove.ProveKillCommand;
import dev.lockstep.app.cli.prove.ProveMutationCommand;
import dev.lockstep.app.cli.prove.ProveNetworkCommand;
import dev.lockstep.app.cli.prove.ProveSoakCommand;
import dev.lockstep.app.cli.report.StatementCommand;
import dev.lockstep.app.cli.risk.HaltCommand;
import dev.lockstep.app.cli.risk.ReduceCommand;
import dev.lockstep.app.cli.risk.ResumeCommand;
import dev.lockstep.app.cli.risk.RiskClearCommand;
import dev.lockstep.app.cli.risk.RiskCommand;
import dev.lockstep.app.cli.risk.RiskSetCommand;
import dev.lockstep.app.cli.risk.RiskShowCommand;
import dev.lockstep.app.cli.run.RunCommand;
import dev.lockstep.app.cli.setup.SetupCommand;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.simulator.BacktestCommand;
import dev.lockstep.app.cli.simulator.SimulatorCommand;
import dev.lockstep.app.cli.simulator.SimulatorFaultsCommand;
import dev.lockstep.app.cli.simulator.StressCommand;
import dev.lockstep.app.cli.simulator.StressWorkerCommand;
import dev.lockstep.app.cli.strategy.StrategyCommand;
import dev.lockstep.app.cli.strategy.StrategyListCommand;
import dev.lockstep.app.cli.strategy.StrategyPauseCommand;
import dev.lockstep.app.cli.strategy.StrategyResumeCommand;
import dev.lockstep.app.config.Setting;
import java.util.List;
import picocli.CommandLine;

/**
 * The tree of commands: the one branch that a call names, or all of it. Making a command means
 * reading its options by reflection, which for all of them takes longer than most commands do.
 */
final class Commands {
    private static final List<String> TOP =
            List.of(
                    "demo",
                    "setup",
                    "shell",
                    "run",
                    "verify",
                    "order",
                    "cancel-all",
                    "close",
                    "reverse",
                    "sync",
                    "positions",
                    "adjustments",
                    "account",
                    "statement",
                    "quote",
                    "bars",
                    "clock",
                    "assets",
                    "status",
                    "health",
                    "incidents",
                    "risk",
                    "keys",
                    "hooks",
                    "strategy",
                    "notify",
                    "halt",
                    "reduce",
                    "resume",
                    "config",
                    "audit",
                    "replay",
                    "doctor",
                    "simulator",
                    "backtest",
                    "backup",
                    "store",
                    "import",
                    "export",
                    "completion",
                    "stress",
                    "prove",
                    "disk-writer",
                    "stress-worker",
                    "demo-syncer",
                    "demo-reader",
                    "start-training");
    private static final List<String> ORDER =
            List.of("submit", "list", "show", "replace", "cancel", "adopt");
    private static final List<String> RISK = List.of("show", "set", "clear");
    private static final List<String> KEYS = List.of("add", "list", "rotate", "revoke");
    private static final List<String> STRATEGY = List.of("list", "pause", "resume");
    private static final List<String> NOTIFY = List.of("list", "test");
    private static final List<String> CONFIG = List.of("show", "check");
    private static final List<String> AUDIT = List.of("list", "verify");

    private final CommandContext context;

    Commands(CommandContext context) {
        this.context = context;
    }

    /**
     * Adds what these arguments can mean.
     *
     * @param arguments as they were written; none of them for all commands
     */
    void addTo(CommandLine line, List<String> arguments) {
        // The script that completes words knows all of them.
        List<String> words =
                !arguments.isEmpty() && arguments.getFirst().equals("completion")
                        ? List.of()
                        : arguments;
        for (String name : meant(TOP, words)) {
            line.addSubcommand(top(name, below(words)));
        }
    }

    private static List<String> meant(List<String> names, List<String> words) {
        return !words.isEmpty() && names.contains(words.getFirst())
                ? List.of(words.getFirst())
                : names;
    }

    private static List<String> below(List<String> words) {
        return words.isEmpty() ? List.of() : words.subList(1, words.size());
    }

    private CommandLine top(String name, List<String> words) {
        CommandLine line = new CommandLine(command(name));
        switch (name) {
            case "run" -> context.settingOptions().addOwn(line.getCommandSpec(), Setting.Reach.RUN);
            case "order" -> meant(ORDER, words).forEach(below -> line.addSubcommand(order(below)));
            case "risk" -> meant(RISK, words).forEach(below -> line.addSubcommand(risk(below)));
            case "keys" -> meant(KEYS, words).forEach(below -> line.addSubcommand(keys(below)));
            case "hooks" -> meant(KEYS, words).forEach(below -> line.addSubcommand(hooks(below)));
            case "strategy" ->
                    meant(STRATEGY, words).forEach(below -> line.addSubcommand(strategy(below)));
            case "notify" ->
                    meant(NOTIFY, words).forEach(below -> line.addSubcommand(notify(below)));
            case "config" ->
                    meant(CONFIG, words).forEach(below -> line.addSubcommand(config(below)));
            case "audit" -> meant(AUDIT, words).forEach(below -> line.addSubcommand(audit(below)));
            case "store" -> line.addSubcommand(new StoreCopyCommand(context));
            case "adjustments" -> line.addSubcommand(new AdjustmentsListCommand(context));
            case "incidents" -> {
                line.addSubcommand(new IncidentsAcknowledgeCommand(context));
                line.addSubcommand(new IncidentsCloseCommand(context));
            }
            case "prove" -> {
                line.addSubcommand(new ProveBugsCommand(context));
                line.addSubcommand(new ProveMutationCommand(context));
                line.addSubcommand(new ProveHistoryCommand(context));
                line.addSubcommand(new ProveNetworkCommand(context));
                line.addSubcommand(new ProveSoakCommand(context));
                line.addSubcommand(new ProveFuzzCommand(context));
                line.addSubcommand(new ProveDiskCommand(context));
                line.addSubcommand(new ProveKillCommand(context));
            }
            case "simulator" -> line.addSubcommand(new SimulatorFaultsCommand(context));
            default -> {
                // Nothing hangs below it.
            }
        }
        return line;
    }

    private Object command(String name) {
        return switch (name) {
            case "demo" -> new DemoCommand(context);
            case "setup" -> new SetupCommand(context);
            case "shell" -> new ShellCommand(context, new InProcessRunner(context.platforms()));
            case "run" -> new RunCommand(context);
            case "verify" -> new VerifyCommand(context);
            case "order" -> new OrderCommand();
            case "cancel-all" -> new CancelAllCommand(context);
            case "close" -> new CloseCommand(context);
            case "reverse" -> new ReverseCommand(context);
            case "sync" -> new SyncCommand(context);
            case "positions" -> new PositionsCommand(context);
            case "account" -> new AccountCommand(context);
            case "statement" -> new StatementCommand(context);
            case "quote" -> new QuoteCommand(context);
            case "bars" -> new BarsCommand(context);
            case "clock" -> new ClockCommand(context);
            case "assets" -> new AssetsCommand(context);
            case "status" -> new StatusCommand(context);
            case "health" -> new HealthCommand(context);
            case "incidents" -> new IncidentsCommand(context);
            case "adjustments" -> new AdjustmentsCommand();
            case "risk" -> new RiskCommand();
            case "keys" -> new KeysCommand();
            case "hooks" -> new HooksCommand();
            case "strategy" -> new StrategyCommand();
            case "notify" -> new NotifyCommand();
            case "halt" -> new HaltCommand(context);
            case "reduce" -> new ReduceCommand(context);
            case "resume" -> new ResumeCommand(context);
            case "config" -> new ConfigCommand();
            case "audit" -> new AuditCommand();
            case "replay" -> new ReplayCommand(context);
            case "doctor" -> new DoctorCommand(context);
            case "simulator" -> new SimulatorCommand(context);
            case "backup" -> new BackupCommand(context);
            case "store" -> new StoreCommand();
            case "import" -> new ImportCommand(context);
            case "export" -> new ExportCommand(context);
            case "completion" -> new CompletionCommand();
            case "backtest" -> new BacktestCommand(context);
            case "stress" -> new StressCommand(context);
            case "prove" -> new ProveCommand(context);
            case "disk-writer" -> new DiskWriterCommand(context);
            case "stress-worker" -> new StressWorkerCommand(context);
            case "demo-syncer" -> new DemoSyncerCommand(context);
            case "demo-reader" -> new DemoReaderCommand(context);
            case "start-training" -> new StartTrainingCommand(context);
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    private Object order(String name) {
        return switch (name) {
            case "submit" -> new OrderSubmitCommand(context);
            case "list" -> new OrderListCommand(context);
            case "show" -> new OrderShowCommand(context);
            case "replace" -> new OrderReplaceCommand(context);
            case "cancel" -> new OrderCancelCommand(context);
            case "adopt" -> new OrderAdoptCommand(context);
            default -> throw new IllegalArgumentException("no command order " + name);
        };
    }

    private Object risk(String name) {
        return switch (name) {
            case "show" -> new RiskShowCommand(context);
            case "set" -> new RiskSetCommand(context);
            case "clear" -> new RiskClearCommand(context);
            default -> throw new IllegalArgumentException("no command risk " + name);
        };
    }

    private Object keys(String name) {
        return switch (name) {
            case "add" -> new KeysAddCommand(context);
            case "list" -> new KeysListCommand(context);
            case "rotate" -> new KeysRotateCommand(context);
            case "revoke" -> new KeysRevokeCommand(context);
            default -> throw new IllegalArgumentException("no command keys " + name);
        };
    }

    private Object hooks(String name) {
        return switch (name) {
            case "add" -> new HooksAddCommand(context);
            case "list" -> new HooksListCommand(context);
            case "rotate" -> new HooksRotateCommand(context);
            case "revoke" -> new HooksRevokeCommand(context);
            default -> throw new IllegalArgumentException("no command hooks " + name);
        };
    }

    private Object strategy(String name) {
        return switch (name) {
            case "list" -> new StrategyListCommand(context);
            case "pause" -> new StrategyPauseCommand(context);
            case "resume" -> new StrategyResumeCommand(context);
            default -> throw new IllegalArgumentException("no command strategy " + name);
        };
    }

    private Object notify(String name) {
        return name.equals("list")
                ? new NotifyListCommand(context)
                : new NotifyTestCommand(context);
    }

    private Object audit(String name) {
        return name.equals("list")
                ? new AuditListCommand(context)
                : new AuditVerifyCommand(context);
    }

    private Object config(String name) {
        return name.equals("show")
                ? new ConfigShowCommand(context)
                : new ConfigCheckCommand(context);
    }
}
