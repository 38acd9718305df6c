import dev.lockstep.app.Main;
import dev.lockstep.app.cli.Lockstep;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.wiring.GuicePlatformFactory;
import dev.lockstep.domain.port.PlatformClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes what a release says about itself: completion scripts, manual pages, the build's id. */
@SuppressWarnings("DefaultPackage") // java runs it as a source file
final class WriteTexts {
    private static final Map<String, String> SCRIPTS =
            Map.of(
                    "bash", "lockstep.bash",
                    "zsh", "lockstep.zsh",
                    "fish", "lockstep.fish",
                    "powershell", "lockstep.ps1");

    private WriteTexts() {}

    public static void main(String[] arguments) throws Exception {
        Path app = Path.of(arguments[0]);
        Path content = Path.of(arguments[1]);
        Path manual = Path.of(arguments[2]);
        for (Map.Entry<String, String> script : SCRIPTS.entrySet()) {
            write(content.resolve("completions", script.getValue()), completion(script.getKey()));
        }
        writeManual(manual, commands(List.of()).getCommandSpec());
        write(content.resolve("app/build-id"), id(app) + "\n");
    }

    private static void writeManual(Path folder, CommandSpec spec) throws IOException {
        if (spec.usageMessage().hidden()) {
            return;
        }
        StringWriter page = new StringWriter();
        ManPageGenerator.writeSingleManPage(new PrintWriter(page), spec);
        write(folder.resolve(spec.qualifiedName("-") + ".adoc"), page.toString());
        for (CommandLine below : spec.subcommands().values()) {
            writeManual(folder, below.getCommandSpec());
        }
    }

    private static String completion(String shell) {
        StringWriter script = new StringWriter();
        CommandLine line = commands(List.of("completion"));
        line.setOut(new PrintWriter(script, true));
        if (line.execute("completion", shell) != 0) {
            throw new IllegalStateException("completion " + shell + " failed");
        }
        return script.toString();
    }

    private static CommandLine commands(List<String> call) {
        ProcessEnvironment processEnvironment =
                new ProcessEnvironment(
                        Map.of(),
                        Path.of("/nonexistent"),
                        "nobody",
                        InputStream.nullInputStream(),
                        false,
                        PlatformClock.of(InstantSource.system(), System::nanoTime),
                        ZoneOffset.UTC,
                        new Random(1),
                        _ -> {},
                        JvmProgram.running(System.getProperties(), Main.class.getName()),
                        Optional.empty());
        return Lockstep.commandLine(
                processEnvironment, new GuicePlatformFactory(processEnvironment), call);
    }

    /** One hash of all jars: the launcher makes its caches anew where it differs. */
    private static String id(Path app) throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        hash.update(Files.readAllBytes(app.resolve("lockstep.jar")));
        try (Stream<Path> libraries = Files.list(app.resolve("lib"))) {
            for (Path library : libraries.sorted().toList()) {
                hash.update(Files.readAllBytes(library));
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
