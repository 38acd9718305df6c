package dev.lockstep.app;

import dev.lockstep.app.config.value.Prompter;
import java.io.Console;
import java.util.Optional;

/** Asks at the console of this process. */
final class ConsolePrompter implements Prompter {
    private final Console console;

    ConsolePrompter(Console console) {
        this.console = console;
    }

    @Override
    public Optional<String> ask(String question) {
        return Optional.ofNullable(console.readLine("%s", question)).map(String::strip);
    }

    @Override
    public Optional<String> askSecret(String question) {
        return Optional.ofNullable(console.readPassword("%s", question))
                .map(String::new)
                .map(String::strip);
    }
}
