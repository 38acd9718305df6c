package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.RiskView;
import dev.lockstep.app.view.Table;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.Finding;
import dev.lockstep.domain.port.RepositoryException;
import dev.lockstep.domain.port.StoreStatus;
import dev.lockstep.domain.risk.RiskRules;
import dev.lockstep.domain.risk.TradingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether everything is as the promise needs it, and says what to do where it is not. */
@Command(
        name = "doctor",
        description = "Check the data folder, the database and the broker, each with a remedy.")
final class DoctorCommand implements Callable<Integer> {
    private static final Duration WORRYING_SKEW = Duration.ofSeconds(5);

    private final Lockstep root;
    private final List<Line> lines = new ArrayList<>();
    private final ObjectNode store = JsonNodeFactory.instance.objectNode();

    @Mixin private Output output = new Output();

    DoctorCommand(Lockstep root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        lines.clear();
        store.removeAll();
        Settings settings = root.settings();
        add(
                "folder",
                Finding.Severity.OK,
                settings.folder() + ", mode " + settings.mode().word(),
                "");
        try (Desk desk = Desks.open(root)) {
            inspectStore(desk);
            inspectRisk(desk.controlRisk().rules());
            inspectBroker(desk);
        } catch (RepositoryException broken) {
            add("database", Finding.Severity.PROBLEM, String.valueOf(broken.getMessage()), "");
        } catch (CommandEnd refused) {
            if (refused.code() != ExitCode.BROKER) {
                throw refused;
            }
            unreachable(String.valueOf(refused.getMessage()));
        }
        print();
        boolean problem =
                lines.stream()
                        .anyMatch(line -> line.finding().severity() == Finding.Severity.PROBLEM);
        return (problem ? ExitCode.NO : ExitCode.OK).number();
    }

    private void inspectStore(Desk desk) {
        StoreStatus status = desk.inspection().inspect();
        store.put("location", status.location());
        ObjectNode settings = store.putObject("settings");
        status.settings().forEach(settings::put);
        store.put("retries", status.retries());
        store.put("lockErrors", status.lockErrors());
        status.findings().forEach(finding -> lines.add(new Line("database", finding)));
    }

    private void inspectRisk(RiskRules rules) {
        boolean active = rules.state() == TradingState.ACTIVE;
        add(
                "risk",
                active ? Finding.Severity.OK : Finding.Severity.WARNING,
                RiskView.state(rules) + "; limits set: " + rules.limits().byName().size(),
                active ? "" : "'lockstep resume' lifts what a person asked for");
    }

    private void inspectBroker(Desk desk) {
        switch (desk.broker().clock()) {
            case Fetched.Failed<MarketClock> failed ->
                    unreachable(BrokerFailures.text(failed.fault()));
            case Fetched.Complete<MarketClock> complete -> inspectClock(complete.value());
        }
    }

    private void inspectClock(MarketClock clock) {
        add(
                "broker",
                Finding.Severity.OK,
                "answers; the market is " + (clock.open() ? "open" : "closed"),
                "");
        Duration skew = Duration.between(clock.now(), root.surroundings().clock().instant()).abs();
        boolean worrying = skew.compareTo(WORRYING_SKEW) > 0;
        add(
                "clock",
                worrying ? Finding.Severity.WARNING : Finding.Severity.OK,
                "this machine and the broker are " + skew.toMillis() + " ms apart",
                worrying ? "let a time service (NTP) set this machine's clock" : "");
    }

    private void unreachable(String text) {
        add(
                "broker",
                Finding.Severity.PROBLEM,
                text,
                "check the network, the keys and --base-url; nothing is lost meanwhile");
    }

    private void add(String area, Finding.Severity severity, String text, String fix) {
        lines.add(new Line(area, new Finding(severity, text, fix)));
    }

    private void print() {
        if (output.json()) {
            output.print(json());
            return;
        }
        Table findings = new Table("", "", "", "");
        lines.forEach(line ->
                findings.row(
                        OrderView.word(line.finding().severity()),
                        line.area(),
                        line.finding().text(),
                        line.finding().fix()));
        output.print(findings);
        Table settings = new Table("", "");
        for (Map.Entry<String, JsonNode> entry : store.path("settings").properties()) {
            settings.row(entry.getKey(), entry.getValue().asText());
        }
        output.line("");
        output.print(settings);
    }

    private ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode findings = node.putArray("findings");
        for (Line line : lines) {
            findings.addObject()
                    .put("area", line.area())
                    .put("severity", line.finding().severity().name())
                    .put("text", line.finding().text())
                    .put("fix", line.finding().fix());
        }
        node.set("store", store);
        return node;
    }

    private record Line(String area, Finding finding) {}
}
