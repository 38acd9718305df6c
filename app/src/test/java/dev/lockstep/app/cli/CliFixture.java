package dev.lockstep.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.Main;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.config.value.Prompter;
import dev.lockstep.app.platform.PlatformFactory;
import dev.lockstep.app.view.ShownConstants;
import dev.lockstep.app.wiring.GuicePlatformFactory;
import dev.lockstep.domain.port.PlatformClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Runs commands in this process as a shell would, and keeps what they wrote. */
public final class CliFixture {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private boolean terminal;
    private ZoneId zone = ZoneOffset.UTC;
    private InputStream in = InputStream.nullInputStream();
    private @Nullable Prompter prompter;

    /** With a home, and a data folder in it. */
    public CliFixture(Path home) {
        this.home = home;
    }

    public CliFixture with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** As if a person watched. */
    public CliFixture atTerminal() {
        terminal = true;
        return this;
    }

    /** On a machine in this time zone. */
    public CliFixture in(ZoneId place) {
        zone = place;
        return this;
    }

    /** With these lines on standard input. */
    public CliFixture withInput(String lines) {
        in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** With a person who answers questions. */
    public CliFixture answering(Prompter person) {
        prompter = person;
        return this;
    }

    /** The fixture's own data folder. */
    public Path data() {
        return home.resolve("data");
    }

    /** Runs a command on the fixture's own data folder. */
    public Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        return runAsIs(all.toArray(String[]::new));
    }

    /** Runs a command as it is. */
    public Ran runAsIs(String... arguments) {
        StringWriter out = new StringWriter();
        return runInto(new PrintWriter(out, true), out, arguments);
    }

    /** Runs a command on the fixture's own data folder whose answer goes to this writer. */
    public Ran runInto(Writer to, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        return runInto(new PrintWriter(to, true), to, all.toArray(String[]::new));
    }

    private Ran runInto(PrintWriter out, Writer text, String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = commandLine(List.of());
        line.setOut(out);
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Ran(code, text.toString(), err.toString());
    }

    /**
     * Holds the chain of events and the stored orders against each other, in words if they differ.
     */
    public void assertEventsMakeTheOrders() {
        for (String command : List.of("audit verify", "replay --all")) {
            Ran ran = run(command.split(" ", -1));
            assertThat(ran.code()).as(command + ": " + ran.out() + ran.err()).isZero();
        }
    }

    /** A command on the fixture's own data folder as a process of its own, not started yet. */
    ProcessBuilder process(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data().toString()));
        return processEnvironment().program().process(all);
    }

    /** Returns the part of the command line that a call needs; all of it for an empty call. */
    public CommandLine commandLine(List<String> call) {
        return Lockstep.commandLine(processEnvironment(), platforms(), call);
    }

    /** Opens the platform as the program does. */
    public PlatformFactory platforms() {
        return new GuicePlatformFactory(processEnvironment());
    }

    public ProcessEnvironment processEnvironment() {
        return new ProcessEnvironment(
                environment,
                home,
                "bob",
                in,
                terminal,
                PlatformClock.of(InstantSource.system(), System::nanoTime),
                zone,
                new Random(7),
                Thread::sleep,
                JvmProgram.running(System.getProperties(), Main.class.getName()),
                Optional.ofNullable(prompter));
    }

    /** Returns the words of a command, which has no quotes. */
    public static String[] words(String command) {
        return command.split(" ", -1);
    }

    /** Returns the names of the fields of an object, in their order. */
    public static List<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** What a command did. */
    public record Ran(int code, String out, String err) {
        /** What it wrote, read as JSON. */
        public JsonNode json() {
            try {
                return ShownConstants.checked(JsonMapper.builder().build().readTree(out));
            } catch (IOException notJson) {
                throw new AssertionError("not JSON: " + out + err, notJson);
            }
        }
    }
}
