package dev.lockstep.app.cli.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ProgressLine;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.audit.ChainBreak;
import dev.lockstep.domain.value.ShownValue;
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
        ProgressLine progress = new ProgressLine(output, context.surroundings().terminal());
        try (StoreUseCases book = OpenPlatform.store(context)) {
            progress.phase("verifying");
            AuditVerdict verdict = verified(book, progress);
            if (output.json()) {
                output.print(json(verdict));
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

    private static ObjectNode json(AuditVerdict verdict) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (verdict) {
            case AuditVerdict.Intact intact -> {
                node.put("intact", true);
                node.put("events", intact.head().seq());
                node.put("orders", intact.orders());
                node.put("lastHash", intact.head().hash().value());
                node.put("records", intact.records().seq());
                node.put("lastRecordHash", intact.records().hash().value());
            }
            case AuditVerdict.Broken broken -> {
                node.put("intact", false);
                node.put("whole", broken.whole());
                ArrayNode breaks = node.putArray("breaks");
                broken.breaks().forEach(found -> breaks.add(json(found)));
            }
        }
        return node;
    }

    private static ObjectNode json(ChainBreak found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", ShownValue.of(found.kind()));
        node.put("place", found.place());
        node.put("expected", found.expected());
        node.put("found", found.found());
        return node;
    }
}
