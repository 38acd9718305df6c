package dev.lockstep.app.cli.shell;

import dev.lockstep.app.progress.Progress;

/**
 * Shows progress on stderr: a terminal redraws one line, other outputs get one line for each phase.
 */
public final class ProgressLine implements Progress {
    private static final int BAR_CHARS = 30;
    private static final String ERASE_REST = "\u001b[K";

    private final Output output;
    private final boolean live;
    private String phase = "";
    private boolean open;

    /**
     * Shows it on a command's stderr.
     *
     * @param live whether the line may be written over
     */
    public ProgressLine(Output output, boolean live) {
        this.output = output;
        this.live = live;
    }

    @Override
    public synchronized void phase(String name) {
        end();
        phase = name;
        if (live) {
            write("");
        } else {
            output.note(name + " ...");
        }
    }

    @Override
    public synchronized void at(long done, long total) {
        if (live && total > 0) {
            int full = (int) (BAR_CHARS * done / total);
            write(
                    " ["
                            + "#".repeat(full)
                            + ".".repeat(BAR_CHARS - full)
                            + "] "
                            + done
                            + "/"
                            + total);
        }
    }

    /** Leaves the line as it is and goes on below it. */
    public synchronized void end() {
        if (open) {
            output.note("");
            open = false;
        }
    }

    private void write(String rest) {
        output.rewrite("\r" + phase + rest + ERASE_REST);
        open = true;
    }
}
