package dev.lockstep.app.cli.interactive;

import java.util.List;
import java.util.Map;

/** Values that a person may mean at a place of a command line. Never throws. */
interface Suggestions {
    /** Returns ids of recent orders, newest first, each with a short description. */
    Map<String, String> orders();

    /** Returns symbols, recently traded ones first. */
    List<String> symbols();
}
