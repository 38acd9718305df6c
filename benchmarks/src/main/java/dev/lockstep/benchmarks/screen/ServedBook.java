package dev.lockstep.benchmarks.screen;

import dev.lockstep.app.Main;
import dev.lockstep.app.config.value.JvmProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code lockstep run} process on a folder, with the folder's own simulator. */
final class ServedBook implements AutoCloseable {
    private static final Pattern SCREEN = Pattern.compile("screen on (http://\\S+)");

    private final Process process;
    private final BufferedReader output;
    private final String address;

    ServedBook(Path folder) throws IOException {
        process =
                JvmProgram.running(System.getProperties(), Main.class.getName())
                        .process(List.of("run", "--port", "0", "--data", folder.toString()))
                        .redirectErrorStream(true)
                        .start();
        output = process.inputReader();
        address = announced();
    }

    /** Returns the address of the screen. */
    String address() {
        return address;
    }

    private String announced() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher screen = SCREEN.matcher(line);
            if (screen.find()) {
                // The pipe must be drained: a full one blocks the server.
                Thread.ofVirtual().start(this::emptyPipe);
                return screen.group(1);
            }
            said.append(line).append('\n');
        }
        throw new IOException("lockstep run ended before it listened: " + said);
    }

    private void emptyPipe() {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // The process has ended.
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
