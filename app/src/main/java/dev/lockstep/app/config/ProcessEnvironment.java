package dev.lockstep.app.config;

import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.port.PlatformClock;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a command finds around it, handed in once so that nothing reaches for it elsewhere.
 *
 * @param environment the environment variables
 * @param home the user's home folder
 * @param in standard input
 * @param terminal whether a person watches at a terminal
 * @param clock the time
 * @param random random bits; safe for use by several threads
 * @param pause how to wait
 * @param program this program, to be started as a process of its own
 */
public record ProcessEnvironment(
        Map<String, String> environment,
        Path home,
        InputStream in,
        boolean terminal,
        PlatformClock clock,
        RandomGenerator random,
        Pause pause,
        JvmProgram program) {
    public ProcessEnvironment {
        environment = Map.copyOf(environment);
    }

    /** The folder for what can be made again: {@code XDG_CACHE_HOME}, else {@code ~/.cache}. */
    public Path cache() {
        String named = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (named.isBlank() ? home.resolve(".cache") : Path.of(named)).resolve("lockstep");
    }
}
