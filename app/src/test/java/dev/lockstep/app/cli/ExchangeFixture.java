package dev.lockstep.app.cli;

import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A command line beside an exchange, new for each test. The commands find it by the note in its
 * folder, as they find one that another started.
 */
public final class ExchangeFixture implements BeforeEachCallback, AfterEachCallback {
    private final Supplier<Path> home;
    private @Nullable CliFixture cli;
    private @Nullable Simulator simulator;

    /** Begins in this folder, which JUnit makes before each test. */
    public ExchangeFixture(Supplier<Path> home) {
        this.home = home;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        CliFixture fresh = new CliFixture(home.get());
        cli = fresh;
        simulator =
                Simulator.start(
                        SimulatorConfig.defaults()
                                .withStateDir(fresh.data().resolve("exchange"))
                                .withRequestsPerMinute(0));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        simulator().close();
    }

    public CliFixture cli() {
        return Objects.requireNonNull(cli, "before the first test");
    }

    /** Runs a command, which has no quotes. */
    public CliFixture.Ran run(String command) {
        return cli().run(CliFixture.words(command));
    }

    public Simulator simulator() {
        return Objects.requireNonNull(simulator, "before the first test");
    }
}
