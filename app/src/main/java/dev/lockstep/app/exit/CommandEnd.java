package dev.lockstep.app.exit;

/** Ends a command with an exit code and a reason that the user can act on. */
public final class CommandEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    /**
     * Names the end.
     *
     * @param code how the command ends
     * @param message what is wrong and what to do about it
     */
    public CommandEnd(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * Names an end that another failure caused.
     *
     * @param code how the command ends
     * @param message what is wrong and what to do about it
     * @param cause the failure below
     */
    public CommandEnd(ExitCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns the exit code. */
    public ExitCode code() {
        return code;
    }
}
