package dev.lockstep.app.config.value;

import java.util.Optional;

/** Asks the person at the terminal. Not safe for use by several threads. */
public interface Prompter {
    /** Returns the answer without the space around it; empty at the end of the input. */
    Optional<String> ask(String question);

    /** Returns the answer to a question whose answer the terminal does not show. */
    Optional<String> askSecret(String question);
}
