package dev.lockstep.app.cli.data;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.audit.AuditVerdict;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Verifies the hash chains and lists tampering. */
@Command(
        name = "verify",
        description =
                "Verify the hash chains: find every event, order, execution, "
                        + "adjustment, risk change or incident that was edited, removed, "
                        + "added or moved. Others may trade meanwhile. Exit code 1 if one is "
                        + "found.")
public final class AuditVerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public AuditVerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ProgressLine progress = new ProgressLine(output, context.processEnvironment().terminal());
        try (StoreUseCases book = OpenPlatform.store(context)) {
            progress.phase("verifying");
            AuditVerdict verdict = verified(book, progress);
            if (output.json()) {
                output.print(AuditVerdictBody.of(verdict));
            } else {
                print(verdict);
            }
            return switch (verdict) {
                case AuditVerdict.Intact _ -> ExitCode.OK.number();
                case AuditVerdict.Broken _ -> ExitCode.NO.number();
            };
        }
    }

    private static AuditVerdict verified(StoreUseCases book, ProgressLine progress) {
        try {
            return book.auditTrail().verify(progress::at);
        } finally {
            progress.end();
        }
    }

    private void print(AuditVerdict verdict) {
        switch (verdict) {
            case AuditVerdict.Intact intact -> {
                output.print(
                        new Table("", "")
                                .row("events", intact.head().seq())
                                .row("orders", intact.orders())
                                .row("last hash", intact.head().hash())
                                .row("records", intact.records().seq())
                                .row("last record hash", intact.records().hash()));
                output.line(output.verdict(true, "intact"));
            }
            case AuditVerdict.Broken broken -> {
                broken.breaks().forEach(found -> output.line(found.text()));
                if (!broken.whole()) {
                    output.line("There may be more.");
                }
                output.line(output.verdict(false, "altered"));
            }
        }
    }
}
