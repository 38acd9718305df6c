package dev.lockstep.app.cli.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.app.view.CellColor;
import dev.lockstep.app.view.CellFormat;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.value.ShownValue;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The output of a command: results to stdout, as a table or one JSON value; everything else to
 * stderr.
 */
public final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON value, for programs.")
    private boolean json;

    @Option(names = "--utc", description = "Show times in UTC instead of this machine's zone.")
    private boolean utc;

    private ZoneId zone = ZoneOffset.UTC;

    @SuppressWarnings("NullAway.Init") // picocli sets the command before it runs
    public Output() {}

    public boolean json() {
        return json;
    }

    /** Returns the flags given, for commands that this one runs. */
    public List<String> flags() {
        return Stream.of(json ? "--json" : "", utc ? "--utc" : "")
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    /** Prints a record, a list of records or a tree as JSON. */
    public void print(Object value) {
        try {
            line(Json.WRITER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("JSON could not be written", impossible);
        }
    }

    public void print(Table table) {
        lines(table).forEach(this::line);
    }

    /** Returns the lines of a table as they are printed. */
    public List<String> lines(Table table) {
        return table.lines(format(), this::painted);
    }

    /** Returns a value, such as a time, as tables show it. */
    public String text(Object value) {
        return format().text(value);
    }

    private String painted(CellColor color, String text) {
        String style = ShownValue.of(color);
        return ansi().string("@|" + style + " " + text + "|@");
    }

    private CellFormat format() {
        return utc ? CellFormat.UTC : new CellFormat(zone);
    }

    /** Lets the commands of a call show times in a time zone. */
    public static void use(ZoneId zone, CommandLine.ParseResult call) {
        for (CommandLine command : call.asCommandLineList()) {
            command.getCommandSpec().mixins().values().stream()
                    .map(CommandSpec::userObject)
                    .filter(Output.class::isInstance)
                    .map(Output.class::cast)
                    .forEach(output -> output.zone = zone);
        }
    }

    public void line(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    /** Returns the writer of the result, for results that are too long for memory. */
    public PrintWriter writer() {
        return spec.commandLine().getOut();
    }

    /** Where notes, progress and errors go. */
    public PrintWriter notes() {
        return spec.commandLine().getErr();
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
        return ansi().string("@|bold," + style + " " + text + "|@");
    }

    private Ansi ansi() {
        return spec.commandLine().getColorScheme().ansi();
    }

    /** Jackson is initialized only by a command that writes JSON. */
    private static final class Json {
        private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();
    }
}
