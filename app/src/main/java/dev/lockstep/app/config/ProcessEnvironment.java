package dev.lockstep.app.config;

import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.config.value.Prompter;
import dev.lockstep.app.config.value.SettingVariables;
import dev.lockstep.domain.port.PlatformClock;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The environment of a command, passed in once.
 *
 * @param environment the environment variables
 * @param home the home folder of the user
 * @param account the name of the operating system's account that runs the process
 * @param in standard input
 * @param terminal whether stdout is a terminal
 * @param clock the time
 * @param zone the time zone that times are shown in
 * @param random random bits; thread-safe
 * @param pause waits
 * @param program this program, to be started as another process
 * @param prompter asks the person at the terminal; empty if there is no terminal
 */
public record ProcessEnvironment(
        Map<String, String> environment,
        Path home,
        String account,
        InputStream in,
        boolean terminal,
        PlatformClock clock,
        ZoneId zone,
        RandomGenerator random,
        Pause pause,
        JvmProgram program,
        Optional<Prompter> prompter) {
    public ProcessEnvironment {
        environment = Map.copyOf(environment);
    }

    /**
     * The same without the settings in its variables, for commands on a simulated exchange: the
     * variables may name an account or a store that these must not use.
     */
    public ProcessEnvironment withoutSettings() {
        Map<String, String> others = new HashMap<>(environment);
        SettingVariables.removeFrom(others);
        return with(others, in, prompter);
    }

    /** The same for a command in the shell, whose lines are not its standard input. */
    public ProcessEnvironment inShell(Optional<Prompter> person) {
        return with(environment, InputStream.nullInputStream(), person);
    }

    /**
     * The name of the user, stored with what the user changes: {@code USER}, or the account where a
     * service or a container has no such variable.
     */
    public String user() {
        String named = environment.getOrDefault("USER", "");
        return named.isBlank() ? account : named;
    }

    /** The folder for what can be made again: {@code XDG_CACHE_HOME}, else {@code ~/.cache}. */
    public Path cache() {
        String named = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (named.isBlank() ? home.resolve(".cache") : Path.of(named)).resolve("lockstep");
    }

    private ProcessEnvironment with(
            Map<String, String> variables, InputStream input, Optional<Prompter> person) {
        return new ProcessEnvironment(
                variables, home, account, input, terminal, clock, zone, random, pause, program,
                person);
    }
}
