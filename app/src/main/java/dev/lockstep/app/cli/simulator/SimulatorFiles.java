package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.progress.Progress;
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
    private static final Progress SILENT =
            new Progress() {
                @Override
                public void phase(String name) {}

                @Override
                public void at(long done, long total) {}
            };

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
        return bars(option, files, SILENT);
    }

    /** Reads bars and shows the progress. */
    static Bars bars(String option, List<Path> files, Progress progress) {
        try {
            progress.phase("reading bars");
            return BarFiles.read(files, progress::at);
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
