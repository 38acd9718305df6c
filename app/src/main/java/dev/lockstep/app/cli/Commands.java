package dev.lockstep.app.cli;

import dev.lockstep.app.config.SettingKey;
import picocli.CommandLine;

/** The tree of commands. */
final class Commands {
    private Commands() {}

    static void addTo(CommandLine line, Lockstep root) {
        CommandLine order = new CommandLine(new OrderCommand());
        order.addSubcommand(new OrderSubmitCommand(root));
        order.addSubcommand(new OrderListCommand(root));
        order.addSubcommand(new OrderShowCommand(root));
        order.addSubcommand(new OrderReplaceCommand(root));
        order.addSubcommand(new OrderCancelCommand(root));
        order.addSubcommand(new OrderAdoptCommand(root));
        CommandLine risk = new CommandLine(new RiskCommand());
        risk.addSubcommand(new RiskShowCommand(root));
        risk.addSubcommand(new RiskSetCommand(root));
        risk.addSubcommand(new RiskClearCommand(root));
        CommandLine incidents = new CommandLine(new IncidentsCommand(root));
        incidents.addSubcommand(new IncidentsAcknowledgeCommand(root));
        CommandLine adjustments = new CommandLine(new AdjustmentsCommand());
        adjustments.addSubcommand(new AdjustmentsListCommand(root));
        CommandLine config = new CommandLine(new ConfigCommand());
        config.addSubcommand(new ConfigShowCommand(root));
        config.addSubcommand(new ConfigCheckCommand(root));
        CommandLine audit = new CommandLine(new AuditCommand());
        audit.addSubcommand(new AuditVerifyCommand(root));
        line.addSubcommand(new DemoCommand(root));
        line.addSubcommand(run(root));
        line.addSubcommand(new VerifyCommand(root));
        line.addSubcommand(order);
        line.addSubcommand(new CancelAllCommand(root));
        line.addSubcommand(new CloseCommand(root));
        line.addSubcommand(new SyncCommand(root));
        line.addSubcommand(new PositionsCommand(root));
        line.addSubcommand(adjustments);
        line.addSubcommand(new AccountCommand(root));
        line.addSubcommand(new StatusCommand(root));
        line.addSubcommand(new HealthCommand(root));
        line.addSubcommand(incidents);
        line.addSubcommand(risk);
        line.addSubcommand(new HaltCommand(root));
        line.addSubcommand(new ReduceCommand(root));
        line.addSubcommand(new ResumeCommand(root));
        line.addSubcommand(config);
        line.addSubcommand(audit);
        line.addSubcommand(new ReplayCommand(root));
        line.addSubcommand(new DoctorCommand(root));
        CommandLine simulator = new CommandLine(new SimulatorCommand(root));
        simulator.addSubcommand(new SimulatorFaultsCommand(root));
        line.addSubcommand(simulator);
        line.addSubcommand(new BackupCommand(root));
        line.addSubcommand(new ImportCommand(root));
        line.addSubcommand(new ExportCommand(root));
        line.addSubcommand(new CompletionCommand());
        line.addSubcommand(new StressCommand(root));
        line.addSubcommand(new ProveCommand(root));
        line.addSubcommand(new StressWorkerCommand(root));
        line.addSubcommand(new DemoSyncerCommand(root));
        line.addSubcommand(new DemoReaderCommand(root));
    }

    private static CommandLine run(Lockstep root) {
        CommandLine run = new CommandLine(new RunCommand(root));
        root.settingOptions().addOwn(run.getCommandSpec(), SettingKey.Reach.RUN);
        return run;
    }
}
