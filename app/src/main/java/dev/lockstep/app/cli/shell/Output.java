package dev.lockstep.app.cli.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.view.Table;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The output of a command: results to stdout, as a table or one JSON value; everything else to
 * stderr.
 */
public final class Output {
    private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON value, for programs.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets the command before it runs
    public Output() {}

    public boolean json() {
        return json;
    }

    public void print(JsonNode value) {
        try {
            line(JSON.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree could not be written", impossible);
        }
    }

    public void print(Table table) {
        table.lines().forEach(this::line);
    }

    public void line(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    /** Returns the writer of the result, for results that are too long for memory. */
    public PrintWriter writer() {
        return spec.commandLine().getOut();
    }

    /** Text with the terminal's own signs in it, as it is. */
    public void draw(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    /** Something for the person at the terminal that is no part of the answer. */
    public void note(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }

    /** Text without a line end, for a line that is written over. */
    void rewrite(String text) {
        spec.commandLine().getErr().print(text);
        spec.commandLine().getErr().flush();
    }

    /** Returns whether the reader of stdout has closed the pipe. */
    public boolean gone() {
        return spec.commandLine().getOut().checkError();
    }

    /** Returns the text in the colour of success or failure, if colour is on. */
    public String verdict(boolean good, String text) {
        String style = good ? "green" : "red";
        return spec.commandLine()
                .getColorScheme()
                .ansi()
                .string("@|bold," + style + " " + text + "|@");
    }
}
