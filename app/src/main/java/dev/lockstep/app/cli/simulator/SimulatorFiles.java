package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.simulator.BarFiles;
import dev.lockstep.simulator.FaultPlans;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that a simulator is given. */
final class SimulatorFiles {
    private SimulatorFiles() {}

    static FaultPlan faults(@Nullable Path file) {
        if (file == null) {
            return FaultPlan.NONE;
        }
        try {
            return FaultPlans.read(file);
        } catch (IOException unreadable) {
            throw unreadable("faults", file, unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new CommandEnd(ExitCode.USAGE, file + ": " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Reads bars.
     *
     * @param option the name of the option that gives the files
     */
    static Bars bars(String option, List<Path> files) {
        try {
            return BarFiles.read(files);
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    option + ": cannot read " + unreadable.getMessage(),
                    unreadable);
        } catch (IllegalArgumentException wrong) {
            throw new CommandEnd(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static CommandEnd unreadable(String option, Path file, IOException why) {
        return new CommandEnd(
                ExitCode.USAGE, option + ": cannot read " + file + ": " + IoText.of(why), why);
    }
}
