package dev.lockstep.app.cli;

import dev.lockstep.app.config.SettingKey;
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
                    "run",
                    "verify",
                    "order",
                    "cancel-all",
                    "close",
                    "sync",
                    "positions",
                    "adjustments",
                    "account",
                    "status",
                    "health",
                    "incidents",
                    "risk",
                    "halt",
                    "reduce",
                    "resume",
                    "config",
                    "audit",
                    "replay",
                    "doctor",
                    "simulator",
                    "backup",
                    "import",
                    "export",
                    "completion",
                    "stress",
                    "prove",
                    "stress-worker",
                    "demo-syncer",
                    "demo-reader",
                    "start-training");
    private static final List<String> ORDER =
            List.of("submit", "list", "show", "replace", "cancel", "adopt");
    private static final List<String> RISK = List.of("show", "set", "clear");
    private static final List<String> CONFIG = List.of("show", "check");

    private final Lockstep root;

    Commands(Lockstep root) {
        this.root = root;
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
            case "run" -> root.settingOptions().addOwn(line.getCommandSpec(), SettingKey.Reach.RUN);
            case "order" -> meant(ORDER, words).forEach(below -> line.addSubcommand(order(below)));
            case "risk" -> meant(RISK, words).forEach(below -> line.addSubcommand(risk(below)));
            case "config" ->
                    meant(CONFIG, words).forEach(below -> line.addSubcommand(config(below)));
            case "audit" -> line.addSubcommand(new AuditVerifyCommand(root));
            case "adjustments" -> line.addSubcommand(new AdjustmentsListCommand(root));
            case "incidents" -> line.addSubcommand(new IncidentsAcknowledgeCommand(root));
            case "simulator" -> line.addSubcommand(new SimulatorFaultsCommand(root));
            default -> {
                // Nothing hangs below it.
            }
        }
        return line;
    }

    private Object command(String name) {
        return switch (name) {
            case "demo" -> new DemoCommand(root);
            case "run" -> new RunCommand(root);
            case "verify" -> new VerifyCommand(root);
            case "order" -> new OrderCommand();
            case "cancel-all" -> new CancelAllCommand(root);
            case "close" -> new CloseCommand(root);
            case "sync" -> new SyncCommand(root);
            case "positions" -> new PositionsCommand(root);
            case "account" -> new AccountCommand(root);
            case "status" -> new StatusCommand(root);
            case "health" -> new HealthCommand(root);
            case "incidents" -> new IncidentsCommand(root);
            case "adjustments" -> new AdjustmentsCommand();
            case "risk" -> new RiskCommand();
            case "halt" -> new HaltCommand(root);
            case "reduce" -> new ReduceCommand(root);
            case "resume" -> new ResumeCommand(root);
            case "config" -> new ConfigCommand();
            case "audit" -> new AuditCommand();
            case "replay" -> new ReplayCommand(root);
            case "doctor" -> new DoctorCommand(root);
            case "simulator" -> new SimulatorCommand(root);
            case "backup" -> new BackupCommand(root);
            case "import" -> new ImportCommand(root);
            case "export" -> new ExportCommand(root);
            case "completion" -> new CompletionCommand();
            case "stress" -> new StressCommand(root);
            case "prove" -> new ProveCommand(root);
            case "stress-worker" -> new StressWorkerCommand(root);
            case "demo-syncer" -> new DemoSyncerCommand(root);
            case "demo-reader" -> new DemoReaderCommand(root);
            case "start-training" -> new StartTrainingCommand(root);
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    private Object order(String name) {
        return switch (name) {
            case "submit" -> new OrderSubmitCommand(root);
            case "list" -> new OrderListCommand(root);
            case "show" -> new OrderShowCommand(root);
            case "replace" -> new OrderReplaceCommand(root);
            case "cancel" -> new OrderCancelCommand(root);
            case "adopt" -> new OrderAdoptCommand(root);
            default -> throw new IllegalArgumentException("no command order " + name);
        };
    }

    private Object risk(String name) {
        return switch (name) {
            case "show" -> new RiskShowCommand(root);
            case "set" -> new RiskSetCommand(root);
            case "clear" -> new RiskClearCommand(root);
            default -> throw new IllegalArgumentException("no command risk " + name);
        };
    }

    private Object config(String name) {
        return name.equals("show") ? new ConfigShowCommand(root) : new ConfigCheckCommand(root);
    }
}
