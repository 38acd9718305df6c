package dev.lockstep.app.cli.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bars, bots and command lines of backtests. */
final class BacktestFixture {
    private final Path home;

    /** Reports go to this folder. */
    BacktestFixture(Path home) {
        this.home = home;
    }

    /** Returns a command line that prints the report as JSON. */
    String[] command(List<String> options, String report, List<String> command) {
        List<String> all = new ArrayList<>(List.of("backtest", "--json"));
        all.addAll(options);
        all.addAll(List.of("--report", home.resolve(report).toString(), "--"));
        all.addAll(command);
        return all.toArray(String[]::new);
    }

    /** Returns the command of a bot that trades a symbol. */
    static List<String> bot(String symbol) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                "dev.lockstep.app.backtest.BarBot",
                symbol);
    }

    /** Writes minutes whose closes go up and down in a fixed pattern. */
    static Path bars(Path file, int minutes) throws IOException {
        StringBuilder rows = new StringBuilder("timestamp,open,high,low,close,volume\n");
        Instant start = Instant.parse("2026-01-05T14:30:00Z");
        int price = 230;
        for (int minute = 0; minute < minutes; minute++) {
            int close = price + (minute % 3 == 0 ? 2 : -1);
            rows.append(start.plusSeconds(60L * minute))
                    .append("," + price + "," + Math.max(price, close))
                    .append("," + Math.min(price, close) + "," + close + ",10000\n");
            price = close;
        }
        return Files.writeString(file, rows);
    }
}
