package dev.lockstep.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.Main;
import dev.lockstep.app.config.JvmProgram;
import dev.lockstep.app.config.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine;

/** Runs commands in this process as a shell would, and keeps what they wrote. */
final class CliFixture {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    CliFixture(Path home) {
        this.home = home;
    }

    CliFixture with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Path data() {
        return home.resolve("data");
    }

    /** Runs a command on the fixture's own data folder. */
    Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        return runAsIs(all.toArray(String[]::new));
    }

    Ran runAsIs(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Lockstep.commandLine(surroundings());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    Surroundings surroundings() {
        return new Surroundings(
                environment,
                home,
                InputStream.nullInputStream(),
                false,
                InstantSource.system(),
                new Random(7),
                Thread::sleep,
                JvmProgram.running(System.getProperties(), Main.class.getName()));
    }

    /** What a command did. */
    record Ran(int code, String out, String err) {
        JsonNode json() {
            try {
                return JsonMapper.builder().build().readTree(out);
            } catch (IOException notJson) {
                throw new AssertionError("not JSON: " + out + err, notJson);
            }
        }
    }
}
