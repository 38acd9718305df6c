package dev.lockstep.app.config.value;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * This program, ready to be started as another process.
 *
 * @param java the java command
 * @param classPath the class path
 * @param mainClass the main class
 * @param caches the path of the AOT caches without extension; empty if there are none
 * @param called the command by which the user started it, such as {@code ./lockstep}
 */
public record JvmProgram(
        Path java, String classPath, String mainClass, String caches, String called) {
    private static final String CACHES_PROPERTY = "lockstep.caches";
    private static final String CALLED_PROPERTY = "lockstep.called";

    /** Quick to start and small: a helper process lives for seconds and shares the machine. */
    private static final List<String> FLAGS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-Xms8m",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=30",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dguice_bytecode_gen_option=DISABLED",
                    "-Dorg.jooq.no-logo=true",
                    "-Dorg.jooq.no-tips=true");

    /**
     * Returns the program that runs now.
     *
     * @param properties the system properties of this JVM
     * @param mainClass what to run
     */
    public static JvmProgram running(Properties properties, String mainClass) {
        return new JvmProgram(
                Path.of(properties.getProperty("java.home"), "bin", "java"),
                properties.getProperty("java.class.path"),
                mainClass,
                properties.getProperty(CACHES_PROPERTY, ""),
                properties.getProperty(CALLED_PROPERTY, "lockstep"));
    }

    /** Returns the folder of the Java that runs it. */
    public Path javaHome() {
        Path bin = java.toAbsolutePath().getParent();
        Path home = bin == null ? null : bin.getParent();
        return home == null ? Path.of("") : home;
    }

    /**
     * Returns a process of it with these arguments, not started yet. It has none of the settings of
     * this process's environment: every process that this program starts is for a simulated
     * exchange, and the environment may name an account or a store that it must not use.
     */
    public ProcessBuilder process(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FLAGS);
        command.addAll(cache(arguments));
        command.add("-classpath");
        command.add(classPath);
        command.add(mainClass);
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        SettingVariables.removeFrom(process.environment());
        return process;
    }

    /**
     * Returns a cache that does not fit any more is left out by the JVM, which must not speak of
     * it.
     */
    private List<String> cache(List<String> arguments) {
        if (caches.isEmpty()) {
            return List.of();
        }
        boolean serves = !arguments.isEmpty() && arguments.getFirst().equals("simulator");
        return List.of(
                "-Xlog:aot*=off",
                // At its own address it needs no changes, so that all processes share its pages.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:AOTCache=" + caches + (serves ? "-server.aot" : "-commands.aot"));
    }
}
