package dev.lockstep.benchmarks.start;

import dev.lockstep.app.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is started: Lockstep through its launcher or on a plain JVM, and an empty JVM.
 *
 * @param launcher the script that starts Lockstep
 * @param data its data folder
 */
record StartCommands(Path launcher, Path data) {
    /** A JVM that does nothing. */
    List<String> empty() {
        return List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EmptyProgram.class.getName());
    }

    List<String> version() {
        return List.of(launcher.toString(), "--version");
    }

    List<String> submit() {
        return launched(
                "order",
                "submit",
                "--symbol",
                "F",
                "--side",
                "buy",
                "--qty",
                "1",
                "--limit-price",
                "1");
    }

    List<String> launched(String... words) {
        return withData(List.of(launcher.toString()), words);
    }

    /** The same without the launcher's options, caches and runtime image. */
    List<String> onPlainJvm(String... words) {
        return withData(
                List.of(java(), "-cp", System.getProperty("java.class.path"), Main.class.getName()),
                words);
    }

    private List<String> withData(List<String> program, String... words) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
